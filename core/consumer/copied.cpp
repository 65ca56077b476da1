#include "core/consumer/copied.h"

#include "core/stockpiles/cover.h"

namespace adit::consumer {

Copied copiedBy(const Holding& holding, double days) {
    Copied out;
    out.tonnes = through(std::array{holding.consumption.value}, "consumption is not above 0",
                         [days](const std::array<double, 1>& use) -> std::optional<double> {
                             const Result<double> tonnes = stockpiles::tonnesFor(days, use[0]);
                             return tonnes ? std::optional(*tonnes) : std::nullopt;
                         });
    out.cost = through(std::array{out.tonnes, holding.price.value}, "no price is known",
                       [](const std::array<double, 2>& x) -> std::optional<double> { return x[0] * x[1]; });
    return out;
}

}  // namespace adit::consumer
