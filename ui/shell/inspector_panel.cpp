#include "ui/common/market_charts.h"
#include "ui/common/table_view.h"
#include "ui/common/wrapped_label.h"
#include "ui/render/icon.h"
#include "ui/shell/bounds_bar.h"
#include "ui/shell/explained_inputs.h"
#include "ui/shell/figure_list.h"
#include "ui/shell/inspector.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
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

QLabel* addText(QVBoxLayout& column, const char* name, const char* role) {
    auto* label = new WrappedLabel;
    label->setObjectName(QLatin1String(name));
    label->setProperty("role", QLatin1String(role));
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    column.addWidget(label);
    return label;
}

void write(QLabel& label, const QString& html) {
    if (label.text() != html) label.setText(html);
    label.setVisible(!html.isEmpty());
}

// Plain words: laid out many times faster than rich text, which counts when a figure moves with the year slider.
QLabel* addWords(QVBoxLayout& column, const char* name, const char* role) {
    auto* label = new WrappedLabel;
    label->setObjectName(QLatin1String(name));
    label->setProperty("role", QLatin1String(role));
    label->setTextFormat(Qt::PlainText);
    column.addWidget(label);
    return label;
}

// A part of the panel that comes and goes as one: a rule, a heading, and what is added below them.
QVBoxLayout* addSection(QVBoxLayout& column, const QString& title, QWidget*& section) {
    section = new QWidget;
    auto* inner = new QVBoxLayout(section);
    inner->setContentsMargins(0, 4, 0, 0);
    inner->setSpacing(4);
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setObjectName(QStringLiteral("inspectorRule"));
    inner->addWidget(line);
    addWords(*inner, "inspectorHeading", "inspector-heading")->setText(title);
    column.addWidget(section);
    return inner;
}

TableView* addTable(QVBoxLayout& column, const char* name, const QString& title) {
    auto* table = new TableView;
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(title);
    table->setCompact(true);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column.addWidget(table);
    return table;
}

}  // namespace

InspectorPanel::InspectorPanel(const ContextModel& model, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), m_model(&model), m_theme(theme) {
    setObjectName(QStringLiteral("inspector"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Explain this number"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeTitleBar(*column);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("inspectorContent"));
    auto* parts = new QVBoxLayout(content);
    parts->setContentsMargins(14, 12, 14, 12);
    parts->setSpacing(4);
    makeValue(*parts);
    makeInputs(*parts);
    makeRest(*parts);
    makeCitation(*parts);
    makeFigures(*parts);
    parts->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Explanation"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
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
    m_figures->setTheme(theme);
    fill();
}

void InspectorPanel::setIcons() {
    m_pin->setIcon(render::icon(QStringLiteral("pin")));
    m_close->setIcon(render::icon(QStringLiteral("close")));
    for (QPushButton* button : {m_copyCitation, m_copyInputs})
        button->setIcon(render::icon(QStringLiteral("copy")));
}

void InspectorPanel::show(Explanation explanation, const std::string& index) {
    if (explanation.title != m_explanation.title) m_open = false;
    m_explanation = std::move(explanation);
    fill();
    m_figures->setCurrent(index);
    QWidget::show();
}

void InspectorPanel::showEffect(const QStringList& lines) {
    write(*m_effect, lines.join(QLatin1Char('\n')));
}

void InspectorPanel::select(const QString& economy) {
    m_selected = economy;
    m_inputs->selectRow(economy);
}

void InspectorPanel::makeValue(QVBoxLayout& column) {
    m_name = addWords(column, "inspectorName", "secondary");
    m_value = addText(column, "inspectorValue", "inspector-value");
    m_verdict = addText(column, "inspectorVerdict", "secondary");
    m_bar = new BoundsBar;
    column.addWidget(m_bar);
    QWidget* section = nullptr;
    m_formula =
        addText(*addSection(column, tr("Formula, with the numbers put in"), section), "inspectorFormula", "formula");
    m_formula->setLineWidth(1);
}

void InspectorPanel::makeInputs(QVBoxLayout& column) {
    QVBoxLayout* inputs = addSection(column, tr("Inputs"), m_inputsSection);
    m_inputs = addTable(*inputs, "inspectorInputs", tr("Inputs"));
    m_sources = addWords(*inputs, "inspectorSources", "hint");
    connect(m_inputs, &TableView::rowActivated, this, [this](const QString& id) {
        if (id != foldId) {
            Q_EMIT economyChosen(id);
            return;
        }
        m_open = !m_open;
        m_inputs->setRows(inputRows());
        fit(*m_inputs);
    });
    QVBoxLayout* facilities = addSection(column, tr("Mines and plants behind it"), m_facilitiesSection);
    m_facilities = addTable(*facilities, "inspectorFacilities", tr("Mines and plants"));
}

void InspectorPanel::makeRest(QVBoxLayout& column) {
    QWidget* section = nullptr;
    m_bounds = addWords(*addSection(column, tr("Bounds"), section), "inspectorBounds", "body");
    m_others = addText(*addSection(column, tr("Other publications"), m_othersSection), "otherSources", "body");
    m_others->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_others, &QLabel::linkActivated, this,
            [this](const QString& link) { Q_EMIT sourceChosen(m_explanation.others[link.toUInt()].source); });
    QVBoxLayout* assumptions = addSection(column, tr("Assumptions that touch it"), section);
    m_assumptions = addWords(*assumptions, "inspectorAssumptions", "body");
    m_assumptions->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_assumptions, &QLabel::linkActivated, this,
            [this](const QString& link) { Q_EMIT returnRequested(*m_explanation.assumptions[link.toUInt()].key); });
    m_askEffect = new QPushButton(tr("What they change"));
    m_askEffect->setObjectName(QStringLiteral("askEffect"));
    m_askEffect->setToolTip(tr("The figure without them, and what each of them adds"));
    connect(m_askEffect, &QPushButton::clicked, this, &InspectorPanel::effectRequested);
    assumptions->addWidget(m_askEffect, 0, Qt::AlignLeft);
    m_effect = addWords(*assumptions, "inspectorEffect", "body");
}

void InspectorPanel::makeCitation(QVBoxLayout& column) {
    QWidget* section = nullptr;
    QVBoxLayout* inner = addSection(column, tr("Cite"), section);
    m_citation = addWords(*inner, "inspectorCitation", "secondary");
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 0);
    m_copyCitation = new QPushButton(tr("Copy citation"));
    m_copyCitation->setObjectName(QStringLiteral("copyCitation"));
    m_copyInputs = new QPushButton(tr("Copy inputs"));
    m_copyInputs->setObjectName(QStringLiteral("copyInputs"));
    connect(m_copyCitation, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_explanation.citation); });
    connect(m_copyInputs, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(inputsAsTable(m_explanation)); });
    row->addWidget(m_copyCitation);
    row->addWidget(m_copyInputs);
    row->addStretch(1);
    inner->addLayout(row);
}

void InspectorPanel::makeFigures(QVBoxLayout& column) {
    QWidget* section = nullptr;
    QVBoxLayout* inner = addSection(column, tr("Other figures"), section);
    m_figures = new FigureList(*m_model, m_theme);
    inner->addWidget(m_figures);
    connect(m_figures, &FigureList::figureChosen, this, [this](const FigureRef& figure) {
        m_scroll->verticalScrollBar()->setValue(0);
        Q_EMIT figureChosen(figure);
    });
}

// The widgets stay, their contents change: a figure is explained at every move of the year.
void InspectorPanel::fill() {
    m_scroll->widget()->setVisible(!m_explanation.title.isEmpty());
    if (m_explanation.title.isEmpty()) return;
    fillValue();
    fillInputs();
    fillFacilities();
    write(*m_bounds, m_explanation.bounds);
    fillOthers();
    fillAssumptions();
    m_askEffect->setVisible(!m_explanation.assumptions.empty());
    write(*m_effect, {});
    write(*m_citation, m_explanation.citation);
}

// A violet pencil wherever an edit reaches; each can be taken back from here.
void InspectorPanel::fillAssumptions() {
    const auto& all = m_explanation.assumptions;
    m_assumptions->setTextFormat(all.empty() ? Qt::PlainText : Qt::RichText);
    if (all.empty()) return write(*m_assumptions, tr("None. This figure is the same in every workspace."));
    QStringList lines;
    for (std::size_t i = 0; i < all.size(); ++i) {
        QString line =
            QStringLiteral("<span style='color:%1'>%2 %3</span>%4")
                .arg(m_theme.edit.name(), editMark, all[i].words.toHtmlEscaped(), all[i].rest.toHtmlEscaped());
        if (all[i].key) line += QStringLiteral(" <a href='%1'>%2</a>").arg(i).arg(tr("Return to baseline"));
        lines << line;
    }
    write(*m_assumptions, lines.join(QStringLiteral("<br>")));
}

void InspectorPanel::fillValue() {
    write(*m_name, m_explanation.title);
    write(*m_value, QStringLiteral("%1 <span style='font-size:%2pt;font-weight:400;color:%3'>%4</span>")
                        .arg(m_explanation.value)
                        .arg(QApplication::font().pointSizeF() * 1.15)
                        .arg(m_theme.secondary.name(), m_explanation.suffix));
    const QColor colour = m_explanation.alarming ? m_theme.warn : m_theme.text;
    QStringList verdict;
    if (!m_explanation.reading.isEmpty())
        verdict << QStringLiteral("<span style='color:%1'>%2</span>").arg(colour.name(), m_explanation.reading);
    if (!m_explanation.verdict.isEmpty()) verdict << m_explanation.verdict;
    write(*m_verdict, verdict.join(QStringLiteral(" · ")));
    m_bar->setVisible(m_explanation.drawnBounds.has_value());
    if (m_explanation.drawnBounds) m_bar->setBounds(m_explanation, m_theme, NumberText());
    QStringList lines = m_explanation.formula;
    if (lines.isEmpty()) lines << tr("none");
    lines.last() = QStringLiteral("<b>%1</b>").arg(lines.last());
    write(*m_formula, lines.join(QStringLiteral("<br>")));
}

std::vector<TableRow> InspectorPanel::inputRows() const {
    std::vector<TableRow> rows;
    for (const ExplainedInput& input : foldedInputs(m_explanation, NumberText(), m_open))
        rows.push_back(rowOf(input, m_explanation, m_model->data(), m_theme));
    return rows;
}

void InspectorPanel::fillInputs() {
    m_inputsSection->setVisible(!m_explanation.inputs.empty());
    m_inputs->setTheme(m_theme);
    m_inputs->setTable(columnsOf(m_explanation, tr("Input")), inputRows());
    m_inputs->setSource(m_explanation.citation);
    fit(*m_inputs);
    m_inputs->selectRow(m_selected);
    const QStringList& sources = m_explanation.sources;
    QStringList lines;
    for (qsizetype i = 0; i < sources.size(); ++i)
        lines << tr("[%1] %2").arg(i + 1).arg(sources[i]);
    if (sources.size() == 1) lines.front() = tr("Source of all: %1").arg(sources.front());
    write(*m_sources, lines.join(QLatin1Char('\n')));
}

void InspectorPanel::fillFacilities() {
    const std::vector<ExplainedInput> facilities = facilitiesOf(m_explanation);
    m_facilitiesSection->setVisible(!facilities.empty());
    if (facilities.empty()) return;
    Explanation plain = m_explanation;
    plain.shareHeader.clear();
    std::vector<TableRow> rows;
    for (const ExplainedInput& facility : facilities)
        rows.push_back(rowOf(facility, plain, m_model->data(), m_theme));
    m_facilities->setTheme(m_theme);
    m_facilities->setTable(columnsOf(plain, tr("Mine or plant")), std::move(rows));
    fit(*m_facilities);
}

void InspectorPanel::fillOthers() {
    QStringList lines;
    for (std::size_t i = 0; i < m_explanation.others.size(); ++i) {
        const OtherSource& other = m_explanation.others[i];
        lines << QStringLiteral("<a href='%1'>%2</a>&nbsp; %3").arg(i).arg(other.name.toHtmlEscaped(), other.value);
    }
    m_othersSection->setVisible(!lines.isEmpty());
    write(*m_others, lines.join(QStringLiteral("<br>")));
}

}  // namespace adit::ui
