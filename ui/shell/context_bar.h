// The bar at the top: for whom, which mineral, stage, year and view, and the way back and forward.
#pragma once

#include "ui/common/context.h"
#include "ui/render/theme.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace adit::ui {

class ContextBar : public QWidget {
    Q_OBJECT
public:
    ContextBar(ContextModel& model, const render::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const render::Theme& theme);
    // Below 1500 px the labels go, and the search field becomes a button.
    void setCompact(bool compact);

Q_SIGNALS:
    void searchRequested();

private:
    void addTrail();
    void addConsumer();
    void listConsumers();
    void addMineral();
    void addStages();
    void addYear();
    void addViews();
    void addSearch();
    QLabel* addLabel(const QString& text);
    QToolButton* addButton(const QString& name, const QString& icon, const QString& tip);

    void follow(const Context& context);
    void followYears(const Context& context);
    void play(bool on);
    void step();
    void setIcons();

    ContextModel* m_model;
    render::Theme m_theme;
    QHBoxLayout* m_row = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    QComboBox* m_consumer = nullptr;
    QStringList m_consumersKnown;
    QComboBox* m_mineral = nullptr;
    QButtonGroup* m_stages = nullptr;
    QLabel* m_year = nullptr;
    QSlider* m_slider = nullptr;
    QToolButton* m_play = nullptr;
    QButtonGroup* m_views = nullptr;
    QToolButton* m_search = nullptr;
    std::vector<QLabel*> m_labels;
    QTimer m_clock;
};

}  // namespace adit::ui
