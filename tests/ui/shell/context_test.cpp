#include "ui/common/context.h"

#include "tests/support/bundled.h"
#include "ui/common/figure_link.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

Context cobalt() {
    return ContextModel::first(*test::bundled());
}

}  // namespace

TEST(ContextModel, StartsOnCobaltForTheUnion) {
    const ContextModel model(test::bundled(), cobalt());
    EXPECT_EQ(model.data()[model.context().mineral].slug, "cobalt");
    EXPECT_EQ(model.data()[model.context().consumer].code, "EU27");
    EXPECT_EQ(model.context().year, model.years().back());
    EXPECT_FALSE(model.context().asOf.empty());
}

TEST(ContextModel, AYearWithoutFiguresBecomesTheNearestEarlierOne) {
    ContextModel model(test::bundled(), cobalt());
    Context wanted = model.context();
    wanted.year = 2999;
    model.set(wanted);
    EXPECT_EQ(model.context().year, model.years().back());
    wanted.year = 1000;
    model.set(wanted);
    EXPECT_EQ(model.context().year, model.years().front());
}

TEST(ContextModel, ASourceThatDoesNotGiveTheYearIsDropped) {
    ContextModel model(test::bundled(), cobalt());
    Context wanted = model.context();
    wanted.year = 2022;
    wanted.source = model.data().source("wmd-2024");
    model.set(wanted);
    EXPECT_EQ(model.context().source, model.data().source("wmd-2024"));
    wanted.year = 2010;
    model.set(wanted);
    EXPECT_FALSE(model.context().source.has_value());
}

TEST(ContextModel, BackAndForwardWalkTheContextsAndPagesVisited) {
    ContextModel model(test::bundled(), cobalt());
    model.setPage(QStringLiteral("map"));
    const Context start = model.context();
    Context wanted = start;
    wanted.mineral = *model.data().mineral("gallium");
    wanted.stage = Stage::refine;
    model.set(wanted);
    model.setPage(QStringLiteral("mineral"));
    model.back();
    EXPECT_EQ(model.page(), QStringLiteral("map"));
    EXPECT_EQ(model.data()[model.context().mineral].slug, "gallium");
    model.back();
    EXPECT_EQ(model.context(), start);
    EXPECT_FALSE(model.canGoBack());
    model.forward();
    model.forward();
    EXPECT_EQ(model.page(), QStringLiteral("mineral"));
    EXPECT_FALSE(model.canGoForward());
}

TEST(ContextModel, SlidingLeavesNoTrail) {
    ContextModel model(test::bundled(), cobalt());
    model.setPage(QStringLiteral("map"));
    Context wanted = model.context();
    wanted.year = model.years().front();
    model.slide(wanted);
    EXPECT_EQ(model.context().year, model.years().front());
    EXPECT_FALSE(model.canGoBack());
}

TEST(ContextModel, TheYearsFollowTheMineralAndStage) {
    ContextModel model(test::bundled(), cobalt());
    Context wanted = model.context();
    wanted.mineral = *model.data().mineral("lithium");
    wanted.stage = Stage::refine;
    model.set(wanted);
    EXPECT_EQ(model.years(), model.data().yearsOf(wanted.mineral, Stage::refine));
}

TEST(FigureLink, ComesBackAsTheSameFigure) {
    const DatasetPtr data = test::bundled();
    FigureRef figure{"share", queryOf(*data, cobalt())};
    figure.query.economy = data->economy("COD");
    figure.query.source = data->source("wmd-2024");
    figure.query.view = View::controlled;
    figure.query.hubs = {consumer::HubRule::listed, {*data->economy("NLD"), *data->economy("BEL")}};
    const auto back = figureOf(linkOf(figure), *data);
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->index, "share");
    EXPECT_EQ(back->query.economy, figure.query.economy);
    EXPECT_EQ(back->query.source, figure.query.source);
    EXPECT_EQ(back->query.view, View::controlled);
    EXPECT_EQ(back->query.hubs, figure.query.hubs);
    EXPECT_EQ(back->query.year, figure.query.year);
}

TEST(FigureLink, RefusesWhatIsNoLink) {
    const DatasetPtr data = test::bundled();
    EXPECT_FALSE(figureOf(QString(), *data));
    EXPECT_FALSE(figureOf(QStringLiteral("share/99999/0/2020/0/0/-/-"), *data));
    EXPECT_FALSE(figureOf(QStringLiteral("https://example.org"), *data));
}
