#include "ui/common/market_charts.h"
#include "ui/common/table_view.h"
#include "ui/render/icon.h"
#include "ui/shell/bounds_bar.h"
#include "ui/shell/explained_inputs.h"
#include "ui/shell/inspector.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

const QString foldId = QStringLiteral("fold");

QString tr(const char* text) {
    return InspectorPanel::tr(text);
}

std::vector<Column> columnsOf(const Explanation& e, const QString& name) {
    std::vector<Column> columns{{QStringLiteral("input"), name, CellKind::text, {}, true},
                                {QStringLiteral("value"), e.valueHeader, CellKind::number, {}, false}};
    if (!e.shareHeader.isEmpty())
        columns.push_back({QStringLiteral("share"), e.shareHeader, CellKind::number, {}, false});
    const QString flag = e.sources.size() > 1 ? tr("Flag [src]") : tr("Flag");
    columns.push_back({QStringLiteral("flag"), flag, CellKind::text, {}, false});
    return columns;
}

TableRow rowOf(const ExplainedInput& input, const Explanation& e, const Dataset& data, const render::Theme& theme) {
    TableRow row;
    row.total = input.kind == InputKind::total;
    if (input.folds) row.id = foldId;
    if (input.economy.valid()) row.id = text(data[input.economy].code);
    Cell name = textCell(input.name);
    if (input.folds) name.colour = theme.accent;
    Cell value = textCell(input.value, input.number);
    const bool marked =
        input.state == State::withheld || input.state == State::unknown || input.state == State::assumed;
    if (marked) value.state = input.state;
    const bool numbered = e.sources.size() > 1 && !input.source.isEmpty();
    Cell flag = textCell(numbered ? tr("%1 [%2]").arg(input.flag, input.source) : input.flag);
    if (input.state == State::estimated || input.state == State::withheld) flag.colour = theme.warn;
    row.cells = {name, value};
    if (!e.shareHeader.isEmpty()) row.cells.push_back(textCell(input.share, input.part));
    row.cells.push_back(flag);
    for (Cell& cell : row.cells)
        cell.tooltip = input.tooltip;
    return row;
}

// As high as its rows: the panel scrolls, not the table in it.
void fit(TableView& table) {
    const int rows = table.model()->rowCount() * table.verticalHeader()->defaultSectionSize();
    table.setFixedHeight(rows + table.horizontalHeader()->sizeHint().height() + 2);
}

void clear(QVBoxLayout& column) {
    while (QLayoutItem* item = column.takeAt(0)) {
        if (QWidget* widget = item->widget()) widget->deleteLater();
        delete item;
    }
}

}  // namespace

InspectorPanel::InspectorPanel(const Dataset& dataset, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), m_data(&dataset), m_theme(theme) {
    setObjectName(QStringLiteral("inspector"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Explain this number"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeTitleBar(*column);
    m_content = new QWidget;
    m_content->setObjectName(QStringLiteral("inspectorContent"));
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(14, 12, 14, 12);
    m_column->setSpacing(4);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Explanation"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_content);
    column->addWidget(m_scroll);
    setIcons();
}

void InspectorPanel::makeTitleBar(QVBoxLayout& column) {
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("inspectorTitle"));
    bar->setAttribute(Qt::WA_StyledBackground);
    bar->setFixedHeight(36);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 0, 8, 0);
    auto* title = new QLabel(tr("Explain this number"));
    title->setProperty("role", QStringLiteral("card-title"));
    m_pin = new QToolButton;
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setCheckable(true);
    m_pin->setAutoRaise(true);
    m_pin->setToolTip(tr("Pin: keep this figure when the context moves"));
    m_pin->setAccessibleName(m_pin->toolTip());
    m_close = new QToolButton;
    m_close->setObjectName(QStringLiteral("closeInspector"));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close (F2)"));
    m_close->setAccessibleName(m_close->toolTip());
    connect(m_close, &QToolButton::clicked, this, &InspectorPanel::closeRequested);
    row->addWidget(title, 1);
    row->addWidget(m_pin);
    row->addWidget(m_close);
    column.addWidget(bar);
}

bool InspectorPanel::pinned() const {
    return m_pin->isChecked();
}

void InspectorPanel::setTheme(const render::Theme& theme) {
    m_theme = theme;
    setIcons();
    rebuild();
}

void InspectorPanel::setIcons() {
    m_pin->setIcon(render::icon(QStringLiteral("pin")));
    m_close->setIcon(render::icon(QStringLiteral("close")));
}

void InspectorPanel::show(Explanation explanation) {
    if (explanation.title != m_explanation.title) m_open = false;
    m_explanation = std::move(explanation);
    rebuild();
    QWidget::show();
}

void InspectorPanel::select(const QString& economy) {
    m_selected = economy;
    if (m_inputs != nullptr) m_inputs->selectRow(economy);
}

void InspectorPanel::rebuild() {
    clear(*m_column);
    m_inputs = nullptr;
    if (m_explanation.title.isEmpty()) return;
    addValue();
    addHeading(tr("Formula, with the numbers put in"));
    addFormula();
    if (!m_explanation.inputs.empty()) addInputs();
    addFacilities();
    addHeading(tr("Bounds"));
    addText(m_explanation.bounds, "body");
    if (!m_explanation.others.empty()) addOthers();
    addHeading(tr("Assumptions that touch it"));
    addText(m_explanation.assumptions, "body");
    addCitation();
    m_column->addStretch(1);
}

void InspectorPanel::addHeading(const QString& text) {
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setObjectName(QStringLiteral("inspectorRule"));
    m_column->addSpacing(4);
    m_column->addWidget(line);
    addText(text, "inspector-heading");
}

QLabel* InspectorPanel::addText(const QString& html, const char* role) {
    auto* label = new QLabel(html);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    m_column->addWidget(label);
    return label;
}

void InspectorPanel::addValue() {
    addText(m_explanation.title, "secondary")->setObjectName(QStringLiteral("inspectorName"));
    QLabel* value = addText(QStringLiteral("%1 <span style='font-size:%2pt;font-weight:400;color:%3'>%4</span>")
                                .arg(m_explanation.value)
                                .arg(QApplication::font().pointSizeF() * 1.15)
                                .arg(m_theme.secondary.name(), m_explanation.suffix),
                            "inspector-value");
    value->setObjectName(QStringLiteral("inspectorValue"));
    const QColor colour = m_explanation.alarming ? m_theme.warn : m_theme.text;
    QStringList verdict;
    if (!m_explanation.reading.isEmpty())
        verdict << QStringLiteral("<span style='color:%1'>%2</span>").arg(colour.name(), m_explanation.reading);
    if (!m_explanation.verdict.isEmpty()) verdict << m_explanation.verdict;
    if (!verdict.isEmpty())
        addText(verdict.join(QStringLiteral(" · ")), "secondary")->setObjectName(QStringLiteral("inspectorVerdict"));
    if (m_explanation.drawnBounds) m_column->addWidget(new BoundsBar(m_explanation, m_theme, NumberText()));
}

void InspectorPanel::addFormula() {
    QStringList lines = m_explanation.formula;
    if (lines.isEmpty()) lines << tr("none");
    lines.last() = QStringLiteral("<b>%1</b>").arg(lines.last());
    QLabel* box = addText(lines.join(QStringLiteral("<br>")), "formula");
    box->setObjectName(QStringLiteral("inspectorFormula"));
    box->setLineWidth(1);
}

TableView* InspectorPanel::addTable(const QString& name, const QString& title) {
    auto* table = new TableView;
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setTheme(m_theme);
    table->setCompact(true);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_column->addWidget(table);
    return table;
}

std::vector<TableRow> InspectorPanel::inputRows() const {
    std::vector<TableRow> rows;
    for (const ExplainedInput& input : foldedInputs(m_explanation, NumberText(), m_open))
        rows.push_back(rowOf(input, m_explanation, *m_data, m_theme));
    return rows;
}

void InspectorPanel::addInputs() {
    addHeading(tr("Inputs"));
    m_inputs = addTable(QStringLiteral("inspectorInputs"), tr("Inputs"));
    m_inputs->setTable(columnsOf(m_explanation, tr("Input")), inputRows());
    m_inputs->setSource(m_explanation.citation);
    fit(*m_inputs);
    m_inputs->selectRow(m_selected);
    connect(m_inputs, &TableView::rowActivated, this, [this](const QString& id) {
        if (id != foldId) {
            Q_EMIT economyChosen(id);
            return;
        }
        m_open = !m_open;
        m_inputs->setRows(inputRows());
        fit(*m_inputs);
    });
    addSources();
}

void InspectorPanel::addSources() {
    const QStringList& sources = m_explanation.sources;
    QStringList lines;
    for (qsizetype i = 0; i < sources.size(); ++i)
        lines << tr("[%1] %2").arg(i + 1).arg(sources[i].toHtmlEscaped());
    if (sources.size() == 1) lines.front() = tr("Source of all: %1").arg(sources.front().toHtmlEscaped());
    if (!lines.isEmpty())
        addText(lines.join(QStringLiteral("<br>")), "hint")->setObjectName(QStringLiteral("inspectorSources"));
}

void InspectorPanel::addFacilities() {
    const std::vector<ExplainedInput> facilities = facilitiesOf(m_explanation);
    if (facilities.empty()) return;
    addHeading(tr("Mines and plants behind it"));
    Explanation plain = m_explanation;
    plain.shareHeader.clear();
    std::vector<TableRow> rows;
    for (const ExplainedInput& facility : facilities)
        rows.push_back(rowOf(facility, plain, *m_data, m_theme));
    TableView* table = addTable(QStringLiteral("inspectorFacilities"), tr("Mines and plants"));
    table->setTable(columnsOf(plain, tr("Mine or plant")), std::move(rows));
    fit(*table);
}

void InspectorPanel::addOthers() {
    addHeading(tr("Other publications"));
    QStringList lines;
    for (std::size_t i = 0; i < m_explanation.others.size(); ++i) {
        const OtherSource& other = m_explanation.others[i];
        lines << QStringLiteral("<a href='%1'>%2</a>&nbsp; %3").arg(i).arg(other.name.toHtmlEscaped(), other.value);
    }
    QLabel* label = addText(lines.join(QStringLiteral("<br>")), "body");
    label->setObjectName(QStringLiteral("otherSources"));
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(label, &QLabel::linkActivated, this,
            [this](const QString& link) { Q_EMIT sourceChosen(m_explanation.others[link.toUInt()].source); });
}

void InspectorPanel::addCitation() {
    addHeading(tr("Cite"));
    addText(m_explanation.citation.toHtmlEscaped(), "secondary");
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    auto* citation = new QPushButton(render::icon(QStringLiteral("copy")), tr("Copy citation"));
    citation->setObjectName(QStringLiteral("copyCitation"));
    auto* inputs = new QPushButton(render::icon(QStringLiteral("copy")), tr("Copy inputs"));
    inputs->setObjectName(QStringLiteral("copyInputs"));
    connect(citation, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_explanation.citation); });
    connect(inputs, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(inputsAsTable(m_explanation)); });
    layout->addWidget(citation);
    layout->addWidget(inputs);
    layout->addStretch(1);
    m_column->addWidget(row);
}

}  // namespace adit::ui
