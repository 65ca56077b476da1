#include "ui/shell/figure_list.h"

#include "core/cube/memo.h"
#include "core/index/registry.h"
#include "ui/common/market_charts.h"
#include "ui/common/table_view.h"
#include "ui/shell/inspector.h"

#include <QHeaderView>
#include <QToolButton>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

std::optional<EconomyId> largestProducer(const index::Query& query) {
    const auto market = index::market(query);
    return market && !market->holders.empty() ? std::optional(market->holders.front().economy) : std::nullopt;
}

QString titleOf(const index::Definition& index) {
    return QCoreApplication::translate("core", index.title.data());
}

}  // namespace

FigureRef figureHere(const index::Definition& index, const Dataset& data, const Context& context) {
    FigureRef figure{std::string(index.id), queryOf(data, context)};
    if (!index.needsEconomy) return figure;
    if (!index.ofProducer) {
        figure.query.economy = context.consumer;
    } else if (context.selected.valid()) {
        figure.query.economy = context.selected;
    } else {
        figure.query.economy = largestProducer(figure.query);
    }
    return figure;
}

FigureList::FigureList(const ContextModel& model, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), m_model(&model), m_theme(theme), m_fold(new QToolButton), m_table(new TableView) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_fold->setObjectName(QStringLiteral("everyFigure"));
    m_fold->setText(tr("Every figure here"));
    m_fold->setToolTip(
        tr("All %1 indices for the mineral, stage, year and consumer of the context").arg(index::all().size()));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_table->setObjectName(QStringLiteral("figureList"));
    m_table->setAccessibleName(m_fold->text());
    m_table->setCompact(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->hide();
    column->addWidget(m_fold);
    column->addWidget(m_table);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_table->setVisible(open);
        fill();
    });
    connect(m_table, &TableView::rowActivated, this, [this](const QString& id) {
        const index::Definition* index = index::find(id.toStdString());
        if (index != nullptr) Q_EMIT figureChosen(figureHere(*index, m_model->data(), m_model->context()));
    });
}

void FigureList::setCurrent(const std::string& index) {
    m_current = index;
    fill();
}

void FigureList::setTheme(const render::Theme& theme) {
    m_theme = theme;
    m_table->setTheme(theme);
}

std::vector<TableRow> FigureList::rows() const {
    const NumberText numbers;
    cube::Memo memo(m_model->data());
    std::vector<TableRow> rows;
    for (const index::Definition* index : index::all()) {
        FigureRef ref = figureHere(*index, m_model->data(), m_model->context());
        ref.query.memo = &memo;
        ref.query.detail = index::Detail::numbers;
        const Figure figure = printed(*index, index->compute(ref.query));
        Cell name = textCell(titleOf(*index));
        name.strong = index->id == m_current;
        Cell value = textCell(numbers.figure(figure), figure.value);
        if (figure.flags.has(Flag::assumed)) value.state = State::assumed;
        name.tooltip = QCoreApplication::translate("core", index->meaning.data());
        if (ref.query.economy)
            name.tooltip = tr("%1, %2: %3")
                               .arg(titleOf(*index), text(m_model->data()[*ref.query.economy].shortName), name.tooltip);
        value.tooltip = figure.value || figure.bounds ? name.tooltip : QString::fromStdString(figure.reason);
        rows.push_back({text(std::string(index->id)), {}, {name, value}});
    }
    return rows;
}

// As high as its rows: the panel scrolls, not the table in it.
void FigureList::fill() {
    if (!m_fold->isChecked()) return;
    m_table->setTheme(m_theme);
    m_table->setTable({{QStringLiteral("figure"), tr("Figure"), CellKind::text, {}, true},
                       {QStringLiteral("value"), tr("Value"), CellKind::number, {}, false}},
                      rows());
    const int heights = m_table->model()->rowCount() * m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(heights + m_table->horizontalHeader()->sizeHint().height() + 2);
}

}  // namespace adit::ui
