#include "ui/render/icon.h"
#include "ui/shell/inspector.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

constexpr int rowHeight = 23;
constexpr int foldedRows = 9;

// The interval on the scale of its index, with the thresholds that matter for reading it.
class BoundsBar : public QWidget {
public:
    BoundsBar(const Explanation& e, const render::Theme& theme, const NumberText& numbers) : m_theme(theme) {
        m_range = e.drawnRange;
        m_bounds = *e.drawnBounds;
        m_thresholds = e.thresholds;
        m_lo = numbers.hhi(m_bounds.lo);
        m_hi = numbers.hhi(m_bounds.hi);
        setFixedHeight(44);
        setAccessibleName(QStringLiteral("%1 – %2").arg(m_lo, m_hi));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const QRectF track(0, 12, width() - 1, 8);
        p.fillRect(track, m_theme.grid);
        p.fillRect(QRectF(x(m_bounds.lo), 12, std::max(2.0, x(m_bounds.hi) - x(m_bounds.lo)), 8), m_theme.accentSoft);
        p.setPen(QPen(m_theme.accent, 2));
        for (const double end : {m_bounds.lo, m_bounds.hi})
            p.drawLine(QPointF(x(end), 8), QPointF(x(end), 24));
        p.setPen(m_theme.text);
        label(p, m_bounds.lo, m_lo);
        if (x(m_bounds.hi) - x(m_bounds.lo) > 44) label(p, m_bounds.hi, m_hi);
        p.setPen(QPen(m_theme.warn, 1, Qt::DashLine));
        for (const auto& [at, name] : m_thresholds)
            p.drawLine(QPointF(x(at), 4), QPointF(x(at), 26));
    }

private:
    double x(double value) const {
        const double span = m_range.width() > 0.0 ? m_range.width() : 1.0;
        return 1.0 + (width() - 3.0) * std::clamp((value - m_range.lo) / span, 0.0, 1.0);
    }
    void label(QPainter& p, double at, const QString& text) const {
        const double half = p.fontMetrics().horizontalAdvance(text) / 2.0 + 2.0;
        const double centre = std::clamp(x(at), half, width() - half);
        p.drawText(QRectF(centre - half, 26, 2 * half, 18), Qt::AlignCenter, text);
    }

    render::Theme m_theme;
    Interval m_range;
    Interval m_bounds;
    std::vector<std::pair<double, QString>> m_thresholds;
    QString m_lo;
    QString m_hi;
};

QTableWidgetItem* cell(const QString& text, bool number, const ExplainedInput& input, const render::Theme& theme) {
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    item->setToolTip(input.tooltip);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (input.state == State::unknown) item->setForeground(theme.hint);
    if (input.state == State::assumed) item->setForeground(theme.edit);
    if (input.total) {
        QFont font = item->font();
        font.setWeight(QFont::Medium);
        item->setFont(font);
    }
    return item;
}

void clear(QVBoxLayout& column) {
    while (QLayoutItem* item = column.takeAt(0)) {
        if (QWidget* widget = item->widget()) widget->deleteLater();
        delete item;
    }
}

}  // namespace

InspectorPanel::InspectorPanel(const render::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
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
    m_explanation = std::move(explanation);
    rebuild();
    QWidget::show();
}

void InspectorPanel::rebuild() {
    clear(*m_column);
    if (m_explanation.title.isEmpty()) return;
    addValue();
    addHeading(tr("Formula, with the numbers put in"));
    addFormula();
    if (!m_explanation.inputs.empty()) addInputs();
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
    addText(m_explanation.title, "secondary");
    QLabel* value = addText(QStringLiteral("%1 <span style='font-size:%2pt;font-weight:400;color:%3'>%4</span>")
                                .arg(m_explanation.value)
                                .arg(QApplication::font().pointSizeF() * 1.15)
                                .arg(m_theme.secondary.name(), m_explanation.suffix),
                            "inspector-value");
    value->setObjectName(QStringLiteral("inspectorValue"));
    if (!m_explanation.verdict.isEmpty()) addText(m_explanation.verdict, "secondary");
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

void InspectorPanel::addInputs() {
    addHeading(tr("Inputs"));
    const bool shares = !m_explanation.shareHeader.isEmpty();
    QStringList headers{tr("Input"), m_explanation.valueHeader};
    if (shares) headers << m_explanation.shareHeader;
    headers << tr("Flag");
    auto* table = new QTableWidget(static_cast<int>(m_explanation.inputs.size()), static_cast<int>(headers.size()));
    table->setObjectName(QStringLiteral("inspectorInputs"));
    table->setAccessibleName(tr("Inputs"));
    table->setHorizontalHeaderLabels(headers);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setFrameShape(QFrame::NoFrame);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    int row = 0;
    for (const ExplainedInput& input : m_explanation.inputs) {
        int column = 0;
        table->setItem(row, column++, cell(input.name, false, input, m_theme));
        table->setItem(row, column++, cell(input.value, true, input, m_theme));
        if (shares) table->setItem(row, column++, cell(input.share, true, input, m_theme));
        table->setItem(row, column, cell(input.flag, false, input, m_theme));
        ++row;
    }
    for (int column = 1; column < headers.size(); ++column) {
        table->horizontalHeaderItem(column)->setTextAlignment(
            (column + 1 < headers.size() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setMinimumSectionSize(36);
    const int shownRows = std::min(row, foldedRows + 4);
    table->setFixedHeight(rowHeight * shownRows + 30);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    QAction* copy = new QAction(tr("Copy inputs"), table);
    connect(copy, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(inputsAsTable(m_explanation)); });
    table->addAction(copy);
    m_column->addWidget(table);
    if (!m_explanation.inputsNote.isEmpty()) addText(m_explanation.inputsNote, "hint");
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
