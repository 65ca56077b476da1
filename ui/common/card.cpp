#include "ui/common/card.h"

#include "ui/common/empty_state.h"
#include "ui/common/export_dialog.h"
#include "ui/common/wrapped_label.h"
#include "ui/render/chart_view.h"
#include "ui/render/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

QLabel* wrapping(const char* name, QWidget* parent) {
    auto* label = new WrappedLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setVisible(false);
    return label;
}

// A text that stays leaves the layout alone.
void write(QLabel& label, const QString& text) {
    if (label.text() != text) label.setText(text);
    label.setVisible(!text.isEmpty());
}

}  // namespace

Card::Card(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("card"));
    m_title = wrapping("cardTitle", this);
    m_subtitle = wrapping("cardSubtitle", this);
    m_source = wrapping("sourceLine", this);
    connect(m_source, &QLabel::linkActivated, this, &Card::linkActivated);
    m_explain = makeTool(QStringLiteral("explain"), tr("Explain"), "explainTool");
    m_copy = makeTool(QStringLiteral("copy"), tr("Copy"), "copyTool");
    m_export = makeTool(QStringLiteral("export"), tr("Export"), "exportTool");
    connect(m_explain, &QToolButton::clicked, this, &Card::explainRequested);
    connect(m_copy, &QToolButton::clicked, this, &Card::copyRequested);
    connect(m_export, &QToolButton::clicked, this, &Card::exportRequested);

    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addLayout(words, 1);
    for (QToolButton* button : {m_explain, m_copy, m_export})
        head->addWidget(button, 0, Qt::AlignTop);
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(12, 9, 12, 9);
    m_body->setSpacing(3);
    m_body->addLayout(head);
    m_body->addSpacing(3);
    m_body->addWidget(m_source);
}

QToolButton* Card::makeTool(const QString& icon, const QString& tip, const char* name) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(render::icon(icon, render::Tint::hint));
    button->setIconSize(QSize(16, 16));
    button->setFixedSize(26, 24);
    button->setToolTip(tip);
    button->setVisible(false);
    return button;
}

void Card::setTitle(const QString& text) {
    write(*m_title, text);
    setAccessibleName(text);
    m_explain->setAccessibleName(tr("Explain: %1").arg(text));
    m_copy->setAccessibleName(tr("Copy: %1").arg(text));
    m_export->setAccessibleName(tr("Export: %1").arg(text));
}

void Card::setSubtitle(const QString& text) {
    write(*m_subtitle, text);
}

// Only a text with links is laid out as a document; a plain one takes a tenth of the time.
void Card::setSource(const QString& text) {
    const bool links = text.contains(QLatin1String("<a "));
    m_source->setTextFormat(links ? Qt::RichText : Qt::PlainText);
    m_source->setTextInteractionFlags(links ? Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard
                                            : Qt::NoTextInteraction);
    write(*m_source, text);
}

void Card::setContent(QWidget* content) {
    delete m_content;
    m_content = content;
    m_body->insertWidget(m_body->count() - 1, content, 1);
}

void Card::setBare() {
    m_body->setContentsMargins(1, 1, 1, 1);
    m_body->setSpacing(0);
    delete m_body->takeAt(1);  // the gap below the head
}

void Card::setEmptyState(EmptyState* state) {
    if (m_empty == state) return;
    delete m_empty;
    m_empty = state;
    if (state != nullptr) m_body->insertWidget(m_body->count() - 1, state, 1);
    if (m_content != nullptr) m_content->setVisible(state == nullptr);
}

void Card::setTools(int tools) {
    m_explain->setVisible((tools & explain) != 0);
    m_copy->setVisible((tools & copy) != 0);
    m_export->setVisible((tools & exportTool) != 0);
}

QToolButton* Card::tool(Tool tool) const {
    if (tool == explain) return m_explain;
    if (tool == copy) return m_copy;
    return tool == exportTool ? m_export : nullptr;
}

void Card::mouseDoubleClickEvent(QMouseEvent* event) {
    const int headBottom = m_subtitle->isVisible() ? m_subtitle->geometry().bottom() : m_title->geometry().bottom();
    if (event->position().y() <= headBottom) Q_EMIT maximiseRequested();
}

ChartCard::ChartCard(QWidget* parent) : Card(parent) {
    m_view = new render::ChartView(this);
    setContent(m_view);
    setTools(allTools);
    auto* menu = new QMenu(this);
    connect(menu->addAction(tr("Copy as picture")), &QAction::triggered, m_view, &render::ChartView::copyPicture);
    connect(menu->addAction(tr("Copy as table")), &QAction::triggered, m_view, &render::ChartView::copyTable);
    tool(copy)->setMenu(menu);
    tool(copy)->setPopupMode(QToolButton::InstantPopup);
    connect(m_view, &render::ChartView::markActivated, this, &ChartCard::markActivated);
    connect(m_view, &render::ChartView::exportRequested, this, &Card::exportRequested);
    connect(this, &Card::exportRequested, this,
            [this] { openExportDialog(*this, render::pictureOf(m_view->chart())); });
}

void ChartCard::setChart(render::Chart chart) {
    const render::ChartText& text = render::textOf(chart);
    setTitle(text.title);
    setSubtitle(text.subtitle);
    setSource(m_sourceShown ? text.source : QString());
    m_view->setChart(std::move(chart));
}

}  // namespace adit::ui
