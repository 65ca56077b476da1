#include "ui/common/figure_link.h"
#include "ui/common/workspace_model.h"
#include "ui/shell/assumption_effect.h"
#include "ui/shell/inspector.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace adit::ui {
namespace {

constexpr int normalWidth = 316;
constexpr int wideWidth = 380;
constexpr int wideWindow = 2300;
constexpr int smallest = 280;
constexpr int largest = 560;
constexpr int edgeWidth = 5;

}  // namespace

InspectorDock::InspectorDock(ContextModel& model, const render::Theme& theme, QWidget* page, QWidget* parent)
    : QWidget(parent), m_model(&model), m_theme(theme), m_page(page), m_panel(new InspectorPanel(model, theme, this)) {
    setObjectName(QStringLiteral("inspectorDock"));
    m_consumer = model.context().consumer;
    m_page->setParent(this);
    m_edge = new QWidget(this);
    m_edge->setCursor(Qt::SizeHorCursor);
    m_edge->installEventFilter(this);
    m_panel->hide();
    m_edge->hide();
    connect(m_panel, &InspectorPanel::closeRequested, this, [this] { setShown(false); });
    connect(m_panel, &InspectorPanel::sourceChosen, this, [this](SourceId source) {
        Context wanted = m_model->context();
        wanted.source = source;
        m_model->set(wanted);
    });
    connect(m_panel, &InspectorPanel::effectRequested, this, [this] {
        if (m_model->workspace() != nullptr)
            m_panel->showEffect(effectLines(*m_model->workspace(), m_figure, NumberText()));
    });
    connect(m_panel, &InspectorPanel::returnRequested, this, [this](const workspace::Key& key) {
        WorkspaceModel* workspace = m_model->workspace();
        if (workspace != nullptr) workspace->apply({{workspace->returning(key)}, {}});
    });
    connect(m_panel, &InspectorPanel::figureChosen, this, &InspectorDock::explain);
    connect(m_panel, &InspectorPanel::economyChosen, this, [this](const QString& code) {
        const auto economy = m_model->data().economy(code.toStdString());
        if (!economy) return;
        Context wanted = m_model->context();
        wanted.selected = *economy;
        m_model->slide(wanted);
    });
    connect(m_model, &ContextModel::dataChanged, this, [this] {
        m_figure.query.data = &m_model->data();
        explain(m_figure);
    });
    connect(m_model, &ContextModel::changed, this, &InspectorDock::follow);
}

void InspectorDock::explain(const FigureRef& figure) {
    m_figure = figure;
    if (m_shown) m_panel->show(ui::explain(m_figure, NumberText()), m_figure.index);
}

void InspectorDock::explainContext() {
    explain({"hhi-10k", queryOf(m_model->data(), m_model->context())});
}

// An unpinned figure keeps its meaning and moves with the context; a pinned one stays what it was.
void InspectorDock::follow(const Context& context) {
    m_panel->select(context.selected.valid() ? QString::fromStdString(m_model->data()[context.selected].code)
                                             : QString());
    if (m_panel->pinned()) {
        m_consumer = context.consumer;
        return;
    }
    FigureRef figure{m_figure.index.empty() ? "hhi-10k" : m_figure.index, queryOf(m_model->data(), context)};
    const bool ofConsumer = m_figure.query.economy && *m_figure.query.economy == m_consumer;
    figure.query.economy = ofConsumer ? context.consumer : m_figure.query.economy;
    m_consumer = context.consumer;
    figure.query.partner = m_figure.query.partner;
    if (linkOf(figure) != linkOf(m_figure)) explain(figure);
}

void InspectorDock::setShown(bool shown) {
    if (m_shown == shown) return;
    m_shown = shown;
    if (shown) m_panel->show(ui::explain(m_figure, NumberText()), m_figure.index);
    place();
    Q_EMIT shownChanged(shown);
}

void InspectorDock::setOverlay(bool overlay) {
    m_overlay = overlay;
    place();
}

void InspectorDock::setTheme(const render::Theme& theme) {
    m_theme = theme;
    m_panel->setTheme(theme);
}

void InspectorDock::setPanelWidth(int width) {
    m_width = width == 0 ? 0 : std::clamp(width, smallest, largest);
    place();
}

int InspectorDock::widthNow() const {
    if (m_overlay) return normalWidth;
    if (m_width != 0) return m_width;
    return width() >= wideWindow ? wideWidth : normalWidth;
}

void InspectorDock::place() {
    const int panel = m_shown ? widthNow() : 0;
    m_page->setGeometry(0, 0, m_overlay ? width() : width() - panel, height());
    m_panel->setGeometry(width() - panel, 0, panel, height());
    m_edge->setGeometry(width() - panel - edgeWidth / 2, 0, edgeWidth, height());
    m_panel->setVisible(m_shown);
    m_edge->setVisible(m_shown && !m_overlay);
    m_panel->raise();
    m_edge->raise();
}

void InspectorDock::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void InspectorDock::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_shown && m_overlay) {
        setShown(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

bool InspectorDock::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edge && event->type() == QEvent::MouseMove) {
        setPanelWidth(width() - mapFromGlobal(static_cast<QMouseEvent*>(event)->globalPosition().toPoint()).x());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace adit::ui
