#include "core/consumer/screen_figures.h"

#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/consumer/figures.h"

#include <cmath>

namespace adit::consumer {
namespace {

// What is at least so much has no interval that could be printed.
void addInput(Figure& figure, std::string name, const Estimate& value, Unit unit, const ScreenTrade& trade,
              std::string remark = {}) {
    Estimate shown = value;
    if (shown.bounds && !std::isfinite(shown.bounds->hi)) {
        remark = "at least " + words::grouped(shown.bounds->lo, 0) + ": the largest partners alone are published";
        shown.bounds.reset();
    }
    Input input = derivedInput(std::move(name), shown, unit, trade.source, trade.year);
    if (value.exact() && unit == Unit::usd && !value.flags.has(Flag::assumed)) input.state = State::known;
    input.remark = std::move(remark);
    figure.inputs.push_back(std::move(input));
}

std::string largestText(const Dataset& data, const ScreenTrade& trade) {
    if (!trade.world || !trade.world->largest.valid()) return {};
    return "largest exporter " + data[trade.world->largest].shortName + ", " +
           words::percent(trade.world->largestShare);
}

}  // namespace

std::string valueText(const Estimate& value) {
    if (value.value) return std::isfinite(*value.value) ? words::grouped(*value.value, 2) : "no exports";
    if (!value.bounds || (value.bounds->lo <= 0.0 && !std::isfinite(value.bounds->hi))) return "not known";
    const std::string lo = words::grouped(value.bounds->lo, 2);
    return std::isfinite(value.bounds->hi) ? lo + " to " + words::grouped(value.bounds->hi, 2) : lo + " or more";
}

std::string yearLine(int year, std::span<const std::string_view> names, const criticality::Screen& screen) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const criticality::Criterion& c = screen.criteria[i];
        parts.push_back(std::string(names[i]) + " " + valueText(c.value) + " against " + text::shortest(c.threshold) +
                        ": " + std::string(criticality::id(c.verdict)));
    }
    return std::to_string(year) + ": " + text::join(parts, ", ");
}

void addScreenInputs(Figure& figure, const Question& question, const ScreenTrade& trade, Suppliers suppliers) {
    if (!trade.published()) return;
    figure.flags.add(trade.flags);
    addInput(figure, "HHI of imports", trade.importHhi, Unit::one, trade);
    addInput(figure, "HHI of world exports", trade.worldExportHhi, Unit::one, trade,
             largestText(*question.data, trade));
    addInput(figure, "imports", trade.imports, Unit::usd, trade);
    if (trade.inside.value.value_or(1.0) > 0.0) addInput(figure, "inside the bloc", trade.inside, Unit::usd, trade);
    addInput(figure, "exports", trade.exports, Unit::usd, trade);
    addAssumedValues(figure, question, trade.year, trade.source);
    if (suppliers == Suppliers::left) return;
    for (const Supplier& partner : trade.partners) {
        Input input;
        input.name = (*question.data)[partner.economy].shortName;
        input.value = partner.share;
        input.unit = Unit::one;
        input.state = State::derived;
        input.source = partner.source;
        input.year = trade.year;
        input.basis = std::string(describe(Ground::importsByValue));
        input.economy = partner.economy;
        figure.inputs.push_back(std::move(input));
    }
}

Figure countFigure(Interval count, Interval central, Flags flags) {
    Estimate estimate = Estimate::within(count, flags);
    if (central.exact()) estimate.value = central.lo;
    estimate.reason = "a criterion is open on what is published";
    return figureOf(estimate, Unit::count);
}

}  // namespace adit::consumer
