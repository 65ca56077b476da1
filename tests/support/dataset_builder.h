// A small dataset written down in a test: what the loader would give for the same rows.
#pragma once

#include "core/dataset/dataset.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace adit::test {

// One figure of a series; no tonnes with the flag `withheld` is a withheld one.
struct Figures {
    std::string_view economy;
    std::optional<double> tonnes;
    DataFlag flag = DataFlag::reported;
    std::string_view note{};
};

inline constexpr DataFlag withheld = DataFlag::withheld;

class DatasetBuilder {
public:
    DatasetBuilder();

    EconomyId economy(std::string_view code) const { return *m_data.economy(code); }
    MineralId mineral(std::string_view slug, std::string_view basis = "content");
    SourceId source(std::string_view id);
    BasisId basis(std::string_view text);

    // A series of one source; later series need not come in order.
    DatasetBuilder& output(std::string_view mineral, Stage stage, int year, std::string_view source,
                           const std::vector<Figures>& rows, std::string_view basis = "content");
    DatasetBuilder& prefer(std::string_view mineral, Stage stage, int year, std::string_view source,
                           Break breaks = Break::none, std::string_view basis = "content");
    DatasetBuilder& facility(std::string_view name, std::string_view mineral, std::string_view economy, int year,
                             double tonnes, std::string_view status = "operating");
    DatasetBuilder& stake(std::string_view facility, std::string_view owner, std::string_view economy, int year,
                          std::optional<double> equity, bool isOperator = false);
    DatasetBuilder& control(std::string_view mineral, std::string_view host, std::string_view owner, int year,
                            double percent, std::string_view measure = "output", bool forecast = false);
    // Products, of full coverage; tonnes of the basis are those of the product.
    DatasetBuilder& trade(std::string_view mineral, Stage stage, int year, std::string_view source,
                          std::string_view exporter, std::string_view importer, double tonnes, double usd);
    DatasetBuilder& bloc(std::string_view code, std::initializer_list<std::string_view> members);

    // Series and flows in the order that the loader gives.
    Dataset build() const;

private:
    struct Pending {
        Series series;
        std::vector<OutputRow> rows;
    };

    struct Flow {
        MineralId mineral;
        Stage stage = Stage::mine;
        int year = 0;
        EconomyId importer;
        EconomyId exporter;
        SourceId source;
        double tonnes = 0.0;
        double usd = 0.0;
    };
    static void addTrade(std::vector<Flow> flows, TradeTable& table);

    Dataset m_data;
    std::vector<Pending> m_pending;
    std::vector<Flow> m_flows;
};

}  // namespace adit::test
