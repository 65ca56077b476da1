#include "ui/shell/context_bar.h"

#include "ui/render/icon.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace adit::ui {
namespace {

constexpr int yearStepMs = 700;

QComboBox* makeCombo(const QString& objectName, const QString& accessibleName) {
    auto* combo = new QComboBox;
    combo->setObjectName(objectName);
    combo->setAccessibleName(accessibleName);
    combo->setMaxVisibleItems(24);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

// The ids of a combo are kept as plain numbers beside its texts.
template <typename IdType>
IdType current(const QComboBox& combo) {
    return IdType(combo.currentData().toUInt());
}

QStringList stageTitles() {
    return {ContextBar::tr("Mine"), ContextBar::tr("Refine"), ContextBar::tr("Component")};
}

}  // namespace

ContextBar::ContextBar(ContextModel& model, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), m_model(&model), m_theme(theme) {
    setObjectName(QStringLiteral("contextBar"));
    setFixedHeight(52);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(16, 0, 12, 0);
    m_row->setSpacing(8);
    addTrail();
    addConsumer();
    addMineral();
    addStages();
    addYear();
    addViews();
    addSearch();
    setIcons();
    m_clock.setInterval(yearStepMs);
    connect(&m_clock, &QTimer::timeout, this, &ContextBar::step);
    connect(m_model, &ContextModel::changed, this, &ContextBar::follow);
    connect(m_model, &ContextModel::trailChanged, this, [this] {
        m_back->setEnabled(m_model->canGoBack());
        m_forward->setEnabled(m_model->canGoForward());
    });
    follow(m_model->context());
}

QToolButton* ContextBar::addButton(const QString& name, const QString& icon, const QString& tip) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("icon-name", icon);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    m_row->addWidget(button);
    return button;
}

QLabel* ContextBar::addLabel(const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("role", QStringLiteral("context-label"));
    m_labels.push_back(label);
    m_row->addWidget(label);
    return label;
}

void ContextBar::addTrail() {
    m_back = addButton(QStringLiteral("back"), QStringLiteral("back"), tr("Back (Alt+Left)"));
    m_forward = addButton(QStringLiteral("forward"), QStringLiteral("forward"), tr("Forward (Alt+Right)"));
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    connect(m_back, &QToolButton::clicked, m_model, &ContextModel::back);
    connect(m_forward, &QToolButton::clicked, m_model, &ContextModel::forward);
}

void ContextBar::addConsumer() {
    addLabel(tr("For"));
    m_consumer = makeCombo(QStringLiteral("consumer"), tr("Consumer"));
    m_consumer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_consumer->setMinimumContentsLength(9);
    listConsumers();
    connect(m_model, &ContextModel::dataChanged, this, &ContextBar::listConsumers);
    m_consumer->view()->setMinimumWidth(240);
    connect(m_consumer, &QComboBox::activated, this, [this] {
        Context wanted = m_model->context();
        wanted.consumer = current<EconomyId>(*m_consumer);
        m_model->set(wanted);
    });
    m_row->addWidget(m_consumer);
}

// Blocs come first, those of the user's own among them. Set anew only when others are there.
void ContextBar::listConsumers() {
    const Dataset& dataset = m_model->data();
    QStringList known;
    for (const Economy& economy : dataset.economies)
        known << QString::fromStdString(economy.code + ' ' + economy.shortName);
    if (known == m_consumersKnown) return;
    m_consumersKnown = known;
    m_consumer->clear();
    const auto add = [&](EconomyKind kind) {
        std::vector<std::pair<QString, uint>> names;
        for (std::size_t i = 0; i < dataset.economies.size(); ++i) {
            if (dataset.economies[i].kind == kind)
                names.emplace_back(QString::fromStdString(dataset.economies[i].shortName), static_cast<uint>(i));
        }
        std::sort(names.begin(), names.end(),
                  [](const auto& a, const auto& b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
        for (const auto& [name, id] : names)
            m_consumer->addItem(name, id);
    };
    add(EconomyKind::bloc);
    m_consumer->insertSeparator(m_consumer->count());
    add(EconomyKind::economy);
}

void ContextBar::addMineral() {
    addLabel(tr("Mineral"));
    m_mineral = makeCombo(QStringLiteral("mineral"), tr("Mineral"));
    m_mineral->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_mineral->setMinimumContentsLength(11);
    const Dataset& dataset = m_model->data();
    for (std::size_t i = 0; i < dataset.minerals.size(); ++i) {
        const MineralId mineral(i);
        if (dataset.stagesOf(mineral).empty()) continue;
        m_mineral->addItem(QString::fromStdString(dataset.minerals[i].name), static_cast<uint>(i));
    }
    m_mineral->model()->sort(0);
    m_mineral->view()->setMinimumWidth(240);
    connect(m_mineral, &QComboBox::activated, this, [this] {
        Context wanted = m_model->context();
        wanted.mineral = current<MineralId>(*m_mineral);
        const std::vector<Stage> stages = m_model->data().stagesOf(wanted.mineral);
        if (std::find(stages.begin(), stages.end(), wanted.stage) == stages.end()) wanted.stage = stages.front();
        wanted.source.reset();
        m_model->set(wanted);
    });
    m_row->addWidget(m_mineral);
}

void ContextBar::addStages() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_stages = new QButtonGroup(this);
    const QStringList titles = stageTitles();
    const QStringList icons{QStringLiteral("triangle"), QStringLiteral("disc"), QStringLiteral("square")};
    for (int i = 0; i < titles.size(); ++i) {
        auto* button = new QToolButton;
        button->setText(titles[i]);
        button->setObjectName(QStringLiteral("stage-%1").arg(i));
        button->setProperty("icon-name", icons[i]);
        button->setProperty("segment", i == 0   ? QStringLiteral("first")
                                       : i == 2 ? QStringLiteral("last")
                                                : QStringLiteral("middle"));
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(tr("Stage: %1").arg(titles[i]));
        m_stages->addButton(button, i);
        row->addWidget(button);
    }
    connect(m_stages, &QButtonGroup::idClicked, this, [this](int id) {
        Context wanted = m_model->context();
        wanted.stage = static_cast<Stage>(id);
        wanted.source.reset();
        m_model->set(wanted);
    });
    m_row->addWidget(box);
}

void ContextBar::addYear() {
    addLabel(tr("Year"));
    m_year = new QLabel;
    m_year->setProperty("role", QStringLiteral("context-year"));
    m_row->addWidget(m_year);
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(QStringLiteral("year"));
    m_slider->setAccessibleName(tr("Year"));
    m_slider->setFixedWidth(120);
    m_slider->setPageStep(1);
    connect(m_slider, &QSlider::valueChanged, this, [this](int index) {
        const auto& years = m_model->years();
        if (index < 0 || index >= static_cast<int>(years.size())) return;
        Context wanted = m_model->context();
        wanted.year = years[static_cast<std::size_t>(index)];
        m_model->slide(wanted);
    });
    m_row->addWidget(m_slider);
    m_play = addButton(QStringLiteral("play"), QStringLiteral("play"), tr("Play the years"));
    m_play->setCheckable(true);
    connect(m_play, &QToolButton::toggled, this, &ContextBar::play);
}

void ContextBar::addViews() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_views = new QButtonGroup(this);
    const QStringList titles{tr("Located"), tr("Controlled")};
    const QStringList tips{tr("Output counted where it is produced"),
                           tr("Output counted for the economy whose firms control it")};
    for (int i = 0; i < titles.size(); ++i) {
        auto* button = new QToolButton;
        button->setText(titles[i]);
        button->setToolTip(tips[i]);
        button->setObjectName(QStringLiteral("view-%1").arg(i));
        button->setProperty("segment", i == 0 ? QStringLiteral("first") : QStringLiteral("last"));
        button->setCheckable(true);
        button->setAccessibleName(tr("View: %1").arg(titles[i]));
        m_views->addButton(button, i);
        row->addWidget(button);
    }
    connect(m_views, &QButtonGroup::idClicked, this, [this](int id) {
        Context wanted = m_model->context();
        wanted.view = static_cast<View>(id);
        m_model->set(wanted);
    });
    m_row->addWidget(box);
}

void ContextBar::addSearch() {
    m_row->addStretch(1);
    m_search = addButton(QStringLiteral("search"), QStringLiteral("search"), tr("Search anything (Ctrl+K)"));
    m_search->setProperty("field", true);
    m_search->setText(tr("Search anything   Ctrl+K"));
    connect(m_search, &QToolButton::clicked, this, &ContextBar::searchRequested);
}

void ContextBar::setTheme(const render::Theme& theme) {
    m_theme = theme;
    setIcons();
}

void ContextBar::setIcons() {
    for (QToolButton* button : findChildren<QToolButton*>()) {
        const QString name = button->property("icon-name").toString();
        if (!name.isEmpty()) button->setIcon(render::icon(name));
    }
    for (int i = 0; i < 3; ++i) {
        QAbstractButton* button = m_stages->button(i);
        button->setIcon(render::stageIcon(static_cast<Stage>(i)));
    }
}

void ContextBar::setCompact(bool compact) {
    for (QLabel* label : m_labels)
        label->setVisible(!compact);
    m_search->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_search->setMinimumWidth(compact ? 0 : 232);
}

void ContextBar::follow(const Context& context) {
    m_consumer->setCurrentIndex(m_consumer->findData(static_cast<uint>(context.consumer.index())));
    m_mineral->setCurrentIndex(m_mineral->findData(static_cast<uint>(context.mineral.index())));
    m_stages->button(static_cast<int>(context.stage))->setChecked(true);
    m_views->button(static_cast<int>(context.view))->setChecked(true);
    followYears(context);
}

void ContextBar::followYears(const Context& context) {
    const auto& years = m_model->years();
    const QSignalBlocker quiet(m_slider);
    m_slider->setEnabled(years.size() > 1);
    m_play->setEnabled(years.size() > 1);
    m_slider->setRange(0, std::max(0, static_cast<int>(years.size()) - 1));
    const auto at = std::lower_bound(years.begin(), years.end(), context.year);
    m_slider->setValue(static_cast<int>(at - years.begin()));
    m_year->setText(years.empty() ? tr("n/a") : QString::number(context.year));
    m_slider->setAccessibleDescription(m_year->text());
    if (years.size() < 2 && m_clock.isActive()) m_play->setChecked(false);
}

void ContextBar::play(bool on) {
    m_play->setProperty("icon-name", on ? QStringLiteral("pause") : QStringLiteral("play"));
    m_play->setIcon(render::icon(on ? QStringLiteral("pause") : QStringLiteral("play")));
    if (!on) {
        m_clock.stop();
        return;
    }
    if (m_slider->value() == m_slider->maximum()) m_slider->setValue(0);
    m_clock.start();
}

void ContextBar::step() {
    if (m_slider->value() >= m_slider->maximum()) {
        m_play->setChecked(false);
        return;
    }
    m_slider->setValue(m_slider->value() + 1);
}

}  // namespace adit::ui
