#include "tests/ui/common/board.h"

#include "tests/ui/render/sample_charts.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/message_bar.h"
#include "ui/common/page_head.h"
#include "ui/common/segment.h"
#include "ui/common/table_view.h"
#include "ui/render/icon.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace adit::ui::samples {
namespace {

using render::Theme;

QWidget* head() {
    auto* head = new PageHead;
    head->setSentence({{QStringLiteral("In 2022, ")},
                       {QStringLiteral("69.5\u202F%"), QStringLiteral("share/COD")},
                       {QStringLiteral(" of the world’s cobalt was mined in DR Congo, up from ")},
                       {QStringLiteral("63.2\u202F%"), QStringLiteral("share/COD/2019")},
                       {QStringLiteral(" in 2019; no other country reached 6\u202F%.")}});
    head->setContextLine(QStringLiteral("Cobalt, contained Co · mine · located · 2022 · world 166\u202F030\u202Ft"));
    auto* add = new QPushButton(QStringLiteral("Add to briefing"));
    add->setIcon(render::icon(QStringLiteral("plus")));
    head->addAction(add);
    return head;
}

QWidget* controls() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* mineral = new QComboBox;
    mineral->addItems({QStringLiteral("Cobalt"), QStringLiteral("Gallium")});
    auto* stage = new Segment(QStringLiteral("Stage"));
    for (const auto& [id, kind] :
         {std::pair{"Mine", Stage::mine}, {"Refine", Stage::refine}, {"Component", Stage::component}})
        stage->addOption(QLatin1String(id), QLatin1String(id), render::stageIcon(kind));
    stage->setCurrent(QStringLiteral("Mine"));
    auto* save = new QPushButton(QStringLiteral("Show located instead"));
    save->setDefault(true);
    auto* search = new QLineEdit;
    search->setPlaceholderText(QStringLiteral("Search anything"));
    search->addAction(render::icon(QStringLiteral("search"), render::Tint::hint), QLineEdit::LeadingPosition);
    for (QWidget* part : std::initializer_list<QWidget*>{mineral, stage, save})
        layout->addWidget(part);
    layout->addWidget(search, 1);
    return row;
}

TableRow row(const char* code, const char* name, const char* text, std::optional<double> value, State state) {
    Cell producer{QString::fromUtf8(name)};
    producer.colour = Theme::light().economy(QLatin1String(code));
    Cell mass{QString::fromUtf8(text), value};
    mass.state = state;
    Cell bar;
    bar.state = state;
    bar.fraction = value.value_or(0.0) / 115371.0;
    Cell trend;
    trend.trend.values = {3.0, 2.0, 2.4, 2.8, value.value_or(0.0) / 40000.0};
    Cell heat{QStringLiteral("69")};
    heat.colour = Theme::light().scale(render::Breaks::share).colour(value.value_or(0.0) / 1660.0);
    heat.state = state;
    Cell measure{value.value_or(0.0) > 1e5 ? QStringLiteral("Export quota, since 16 Oct 2025")
                                           : QStringLiteral("none in the register")};
    if (value.value_or(0.0) > 1e5) measure.colour = Theme::light().alert;
    return {
        QLatin1String(code), {}, {producer, mass, bar, trend, Cell{QStringLiteral("reported")}, heat, measure}, false};
}

QWidget* table() {
    auto* view = new TableView;
    view->setTable(
        {{QStringLiteral("p"), QStringLiteral("Producer"), CellKind::swatch},
         {QStringLiteral("t"), QStringLiteral("t Co, 2022"), CellKind::number},
         {QStringLiteral("b"), QStringLiteral("Cover"), CellKind::bar},
         {QStringLiteral("s"), QStringLiteral("2018–2022"), CellKind::sparkline},
         {QStringLiteral("f"), QStringLiteral("Flag, 2022"), CellKind::chip},
         {QStringLiteral("h"), QStringLiteral("Share"), CellKind::heat},
         {QStringLiteral("m"), QStringLiteral("Measure in force, 31 Dec 2025"), CellKind::text, {}, true}},
        {row("COD", "DR Congo", "115\u202F371", 115371, State::known),
         row("IDN", "Indonesia", "9\u202F600", 9600, State::estimated),
         row("USA", "United States", "W", std::nullopt, State::withheld),
         row("CHN", "China", "n/a", std::nullopt, State::unknown),
         row("AUS", "Australia", "5\u202F793", 5793, State::assumed), row("ZAF", "South Africa", "0", 0, State::zero)});
    view->sortBy(QStringLiteral("t"), Qt::DescendingOrder);
    view->selectRow(QStringLiteral("COD"));
    auto* card = new Card;
    card->setTitle(QStringLiteral("Producers"));
    card->setTools(Card::allTools);
    card->setContent(view);
    card->setSource(QStringLiteral("Source: World Mining Data (2018–2022). Flows: <a href=\"x\">illustrative</a>."));
    return card;
}

QWidget* empty() {
    auto* card = new Card;
    card->setTitle(QStringLiteral("Controlled shares of refined cobalt"));
    card->setSubtitle(QStringLiteral("Share of world output, %, 2022"));
    auto* state = new EmptyState(QStringLiteral("No published figure"),
                                 QStringLiteral("Edition 2026.1 holds no refinery ownership for cobalt."));
    state->addAction(QStringLiteral("Show located instead"), true);
    state->addAction(QStringLiteral("What is covered?"));
    card->setEmptyState(state);
    return card;
}

QWidget* chips() {
    auto* card = new Card;
    card->setTitle(QStringLiteral("By-product metal, on every list"));
    auto* box = new QWidget;
    auto* flow = new FlowLayout(box);
    for (const char* name : {"EU critical 2023", "EU strategic 2024", "US list 2022", "NATO 2024"})
        flow->addWidget(new Chip(QLatin1String(name), ChipRole::tick));
    flow->addWidget(new Chip(QStringLiteral("in force"), ChipRole::alert));
    flow->addWidget(new Chip(QStringLiteral("suspended"), ChipRole::warn));
    flow->addWidget(new Chip(QStringLiteral("hypothetical, yours"), ChipRole::edit));
    card->setContent(box);
    return card;
}

ChartCard* chart(const render::Chart& value) {
    auto* card = new ChartCard;
    card->setChart(value);
    return card;
}

}  // namespace

std::unique_ptr<QWidget> board() {
    const Theme theme = Theme::light();
    auto window = std::make_unique<QWidget>();
    window->setObjectName(QStringLiteral("page"));
    auto* column = new QVBoxLayout(window.get());
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addWidget(controls());
    column->addWidget(head());
    auto* bar = new MessageBar(
        MessageBar::Kind::warning,
        QStringLiteral(
            "<b>Another Adit has this workspace open</b> on desk-17 since 13:20. You can read it; edits need a copy."));
    bar->addAction(QStringLiteral("Work on a copy"), true);
    column->addWidget(bar);
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    grid->addWidget(chart(render::samples::lines()), 0, 0);
    grid->addWidget(chart(render::samples::ranking()), 0, 1);
    grid->addWidget(empty(), 1, 0);
    grid->addWidget(chips(), 1, 1);
    grid->addWidget(table(), 2, 0, 1, 2);
    grid->setColumnStretch(0, 5);
    grid->setColumnStretch(1, 4);
    column->addLayout(grid, 1);
    return window;
}

}  // namespace adit::ui::samples
