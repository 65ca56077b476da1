#include "ui/controls/controls_page.h"

#include "ui/common/card.h"
#include "ui/common/figure_link.h"
#include "ui/common/finding_text.h"
#include "ui/common/measure_text.h"
#include "ui/common/page_head.h"
#include "ui/common/quantity_entry.h"
#include "ui/common/segment.h"
#include "ui/common/table_view.h"
#include "ui/common/workspace_model.h"
#include "ui/render/icon.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QToolButton>

namespace adit::ui {
namespace {

constexpr int leastHeight = 700;  // below it the page scrolls
const QDate firstDay(2010, 1, 1);
const QDate lastDay(2031, 12, 31);

QToolButton* makeButton(const QString& name, const QString& text, const QString& tip) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("field", true);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

}  // namespace

ControlsPage::ControlsPage(ContextModel& model, const render::Theme& theme, QWidget* parent)
    : Page(model, theme, parent) {
    makeHead();
    makeCharts();
    makeRegister();
    makeSeverities();
    makeLayout();
}

void ControlsPage::makeHead() {
    m_head = new PageHead;
    connect(m_head, &PageHead::linkActivated, this, &ControlsPage::open);
    auto* add = makeButton(QStringLiteral("addMeasure"), tr("Hypothetical measure…"),
                           tr("Add a measure of your own and see what it would do"));
    add->setIcon(render::icon(QStringLiteral("plus")));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(add, &QToolButton::clicked, this, &ControlsPage::addMeasure);
    m_whoseChoice = new Segment(tr("Whose exposure"));
    m_whoseChoice->addOption(QStringLiteral("consumer"), tr("Our supply"));
    m_whoseChoice->addOption(QStringLiteral("world"), tr("World output"));
    m_whoseChoice->setCurrent(QStringLiteral("consumer"));
    connect(m_whoseChoice, &Segment::chosen, this, [this](const QString& id) {
        m_whose = id == QLatin1String("world") ? measures::Whose::world : measures::Whose::consumer;
        show(model().context());
    });
    m_head->addAction(m_whoseChoice);
    m_head->addAction(add);
}

void ControlsPage::makeCharts() {
    for (auto [card, name] : {std::pair{&m_exposure, "exposure"}, {&m_timeLine, "timeLine"}}) {
        *card = new ChartCard;
        (*card)->setObjectName(QLatin1String(name));
        (*card)->setTools(Card::copy | Card::exportTool);
        connect(*card, &ChartCard::markActivated, this, [this](const QString& id, const QString& link) {
            if (link.isEmpty()) m_table->selectRow(id);
            open(link);
        });
    }
}

// The day at which everything on the page is read; it is part of the context.
QWidget* ControlsPage::makeDate() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(QStringLiteral("daySlider"));
    m_slider->setAccessibleName(tr("Day at which measures are read"));
    m_slider->setRange(0, static_cast<int>(firstDay.daysTo(lastDay)));
    m_slider->setPageStep(30);
    connect(m_slider, &QSlider::valueChanged, this, [this](int days) { setDay(firstDay.addDays(days)); });
    m_date = new QDateEdit;
    m_date->setObjectName(QStringLiteral("day"));
    m_date->setAccessibleName(m_slider->accessibleName());
    m_date->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    m_date->setDateRange(firstDay, lastDay);
    m_date->setCalendarPopup(true);
    for (QLineEdit* field : m_date->findChildren<QLineEdit*>())
        field->setAccessibleName(m_slider->accessibleName());
    connect(m_date, &QDateEdit::dateChanged, this, &ControlsPage::setDay);
    auto* label = new QLabel(tr("Measures as of"));
    label->setBuddy(m_date);
    layout->addWidget(label);
    layout->addWidget(m_date);
    layout->addWidget(m_slider, 1);
    return row;
}

void ControlsPage::makeRegister() {
    m_register = new Card;
    m_register->setObjectName(QStringLiteral("register"));
    m_register->setTools(Card::copy);
    m_register->setTitle(tr("Register"));
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("registerTable"));
    m_table->setAccessibleName(tr("Register of export measures"));
    m_table->setCompact(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_register, &Card::copyRequested, m_table, &TableView::copy);
    connect(m_table, &TableView::cellActivated, this, [this](const QString&, const QString& link) { open(link); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ControlsPage::followSelection);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(makeFilters());
    column->addWidget(m_table, 1);
    m_register->setContent(content);
}

QWidget* ControlsPage::makeFilters() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter the register by a word"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(150);
    connect(m_text, &QLineEdit::textChanged, this, &ControlsPage::filter);
    layout->addWidget(m_text);
    for (auto [box, name, tip] : {std::tuple{&m_imposer, "filterImposer", tr("Imposer")},
                                  {&m_mineral, "filterMineral", tr("Mineral")},
                                  {&m_kind, "filterKind", tr("Kind")},
                                  {&m_state, "filterState", tr("State")}}) {
        *box = new QComboBox;
        (*box)->setObjectName(QLatin1String(name));
        (*box)->setAccessibleName(tip);
        (*box)->setToolTip(tip);
        (*box)->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(*box, &QComboBox::activated, this, &ControlsPage::filter);
        layout->addWidget(*box);
    }
    // Its longest name would push the others together where buttons stand beside them; the list shows it whole.
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(9);
    layout->addStretch(1);
    m_copy = makeButton(QStringLiteral("copyMeasure"), tr("Copy as mine…"), tr("A hypothetical measure like this one"));
    m_change = makeButton(QStringLiteral("changeMeasure"), tr("Change…"), tr("Change the measure of yours"));
    m_remove = makeButton(QStringLiteral("removeMeasure"), tr("Remove"), tr("Remove the measure of yours"));
    connect(m_copy, &QToolButton::clicked, this, &ControlsPage::copyMeasure);
    connect(m_change, &QToolButton::clicked, this, &ControlsPage::changeMeasure);
    connect(m_remove, &QToolButton::clicked, this, &ControlsPage::removeMeasure);
    for (QToolButton* button : {m_copy, m_change, m_remove})
        layout->addWidget(button);
    return row;
}

void ControlsPage::makeSeverities() {
    m_severities = new Card;
    m_severities->setObjectName(QStringLiteral("severities"));
    m_severities->setTitle(tr("How hard each kind bites"));
    m_severityTable = new TableView;
    m_severityTable->setObjectName(QStringLiteral("severityTable"));
    m_severityTable->setAccessibleName(tr("Severity of each kind of measure"));
    m_severityTable->setCompact(true);
    m_severityTable->setEditing(
        [](const QString&, const QString&, const QString& entry) { return readQuantity(entry, Unit::one).refusal; });
    connect(m_severityTable, &TableView::edited, this, &ControlsPage::editSeverities);
    m_severities->setContent(m_severityTable);
}

void ControlsPage::makeLayout() {
    m_body = new QWidget;
    m_body->setObjectName(QStringLiteral("pageBody"));
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(16, 12, 16, 10);
    column->setSpacing(10);
    column->addWidget(m_head);
    column->addWidget(makeDate());
    auto* charts = new QHBoxLayout;
    charts->setSpacing(10);
    charts->addWidget(m_exposure, 1);
    charts->addWidget(m_timeLine, 1);
    auto* tables = new QHBoxLayout;  // the register has all that the severities do not need
    tables->setSpacing(10);
    tables->addWidget(m_register, 1);
    tables->addWidget(m_severities);
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    grid->addLayout(charts, 0, 0);
    grid->addLayout(tables, 1, 0);
    grid->setRowMinimumHeight(0, 270);
    grid->setRowMinimumHeight(1, 230);
    grid->setRowStretch(0, 44);
    grid->setRowStretch(1, 50);
    column->addLayout(grid, 1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(false);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Controls"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_body);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
}

void ControlsPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    const bool scrolls = height() < leastHeight;
    const int bar = scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    m_body->resize(width() - bar, std::max(height(), leastHeight));
}

void ControlsPage::open(const QString& link) {
    if (const auto figure = figureOf(link, data())) Q_EMIT explainRequested(*figure);
}

void ControlsPage::setDay(const QDate& day) {
    if (m_filling) return;
    Context wanted = model().context();
    wanted.asOf = day.toString(Qt::ISODate).toStdString();
    model().slide(wanted);
}

void ControlsPage::show(const Context& context) {
    const Setting setting{data(), context, theme(), m_numbers};
    m_filling = true;
    const QDate day = dateOf(asOfDay(context));
    m_date->setDate(day);
    m_slider->setValue(static_cast<int>(firstDay.daysTo(day)));
    showFilters(setting);
    m_filling = false;
    const std::vector<measures::Exposed> exposed = measures::exposures(setting, m_whose);
    showHead(setting, exposed);
    m_exposure->setChart(measures::exposureChart(setting, m_whose, exposed));
    showTables(setting);
}

void ControlsPage::showHead(const Setting& setting, const std::vector<measures::Exposed>& exposed) {
    std::vector<findings::UnderMeasures> under;
    for (const measures::Exposed& one : exposed)
        under.push_back(one.under);
    const auto consumer = m_whose == measures::Whose::consumer ? std::optional(setting.context.consumer) : std::nullopt;
    const std::string day = m_numbers.date(dateOf(asOfDay(setting.context))).toStdString();
    m_head->setSentence(sentenceOf(findings::controlsHeadline(under, consumer, day, translator())));
    m_head->setContextLine(tr("All minerals and stages · %1 · measures as of %2")
                               .arg(consumer ? tr("supply of %1").arg(economyName(setting, *consumer))
                                             : tr("world output %1").arg(setting.context.year),
                                    QString::fromStdString(day)));
    m_whoseChoice->button(QStringLiteral("consumer"))
        ->setText(tr("Supply of %1").arg(economyName(setting, setting.context.consumer)));
}

void ControlsPage::showFilters(const Setting& setting) {
    const auto fill = [](QComboBox& box, const std::vector<std::pair<QString, int>>& items, int chosen) {
        box.clear();
        for (const auto& [title, id] : items)
            box.addItem(title, id);
        box.setCurrentIndex(std::max(box.findData(chosen), 0));
    };
    std::vector<std::pair<QString, int>> who{{tr("Imposer: all"), -1}};
    for (const EconomyId id : measures::imposers(data()))
        who.emplace_back(economyName(setting, id), static_cast<int>(id.index()));
    fill(*m_imposer, who, m_filter.imposer ? static_cast<int>(m_filter.imposer->index()) : -1);
    if (m_filter.mineral) m_filter.mineral = setting.context.mineral;
    fill(*m_mineral, {{tr("Mineral: all"), -1}, {text(data()[setting.context.mineral].name), 1}},
         m_filter.mineral ? 1 : -1);
    std::vector<std::pair<QString, int>> kinds{{tr("Kind: all"), -1}};
    for (int k = 0; k < 6; ++k)
        kinds.emplace_back(kindName(static_cast<MeasureKind>(k)), k);
    fill(*m_kind, kinds, m_filter.kind ? static_cast<int>(*m_filter.kind) : -1);
    fill(*m_state,
         {{tr("State: all"), 0}, {tr("in force"), 1}, {tr("suspended"), 2}, {tr("announced"), 3}, {tr("ended"), 4}},
         static_cast<int>(m_filter.state));
}

void ControlsPage::filter() {
    if (m_filling) return;
    const int imposer = m_imposer->currentData().toInt();
    const int kind = m_kind->currentData().toInt();
    m_filter.text = m_text->text().trimmed();
    m_filter.imposer = imposer < 0 ? std::nullopt : std::optional(EconomyId(static_cast<std::size_t>(imposer)));
    m_filter.mineral = m_mineral->currentData().toInt() < 0 ? std::nullopt : std::optional(model().context().mineral);
    m_filter.kind = kind < 0 ? std::nullopt : std::optional(static_cast<MeasureKind>(kind));
    m_filter.state = static_cast<measures::StateFilter>(m_state->currentData().toInt());
    showTables({data(), model().context(), theme(), m_numbers});
}

void ControlsPage::showTables(const Setting& setting) {
    const std::vector<const Measure*> shown = measures::filtered(setting, m_filter);
    m_timeLine->setChart(measures::timeLine(setting, shown));
    Table table = measures::registerTable(setting, shown);
    m_register->setSource(table.source);
    m_table->setSource(table.source);
    m_table->setTable(std::move(table.columns), std::move(table.rows));
    const WorkspaceModel* workspace = model().workspace();
    Table severities = measures::severities(
        setting, workspace != nullptr ? std::span(workspace->idle()) : std::span<const workspace::Idle>());
    m_severities->setSource(severities.source);
    m_severityTable->setTable(std::move(severities.columns), std::move(severities.rows));
    m_severityTable->setMinimumHeight(m_severityTable->sizeHint().height());  // all kinds are seen at once
    const QMargins around = m_severities->layout()->contentsMargins();
    m_severities->setFixedWidth(m_severityTable->naturalWidth() + around.left() + around.right() + 2);
    followSelection();
}

// ---- what the user adds ----

const Measure* ControlsPage::selected() const {
    const std::string id = m_table->selectedRow().toStdString();
    for (const Measure& measure : data().measures) {
        if (measure.id == id) return &measure;
    }
    return nullptr;
}

void ControlsPage::followSelection() {
    const Measure* measure = selected();
    const bool canEdit = model().workspace() != nullptr;
    m_copy->setEnabled(canEdit && measure != nullptr && measure->stage.has_value());
    for (QToolButton* button : {m_change, m_remove}) {
        button->setEnabled(canEdit && measure != nullptr && measure->own);
        button->setVisible(measure != nullptr && measure->own);
    }
}

}  // namespace adit::ui
