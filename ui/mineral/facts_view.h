// Facts about a mineral as name and value, with the lists it stands on as chips below.
#pragma once

#include "ui/mineral/mineral_charts.h"

#include <QWidget>

namespace adit::ui {

class FactsView : public QWidget {
    Q_OBJECT
public:
    explicit FactsView(QWidget* parent = nullptr);
    void setFacts(std::vector<mineral::Fact> facts, std::vector<mineral::ListChip> lists);
    void setTheme(const render::Theme& theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    // What a tooltip belongs to, filled while painting.
    struct Spot {
        QRect box;
        QString tooltip;
    };
    int paintFacts(QPainter& painter);
    void paintLists(QPainter& painter, int top);
    void paintChip(QPainter& painter, const QRect& box, const QString& word, const QString& tooltip, bool ticked);
    void paintTrend(QPainter& painter, const QRectF& box, const std::vector<std::optional<double>>& trend) const;

    render::Theme m_theme;
    std::vector<mineral::Fact> m_facts;
    std::vector<mineral::ListChip> m_lists;
    std::vector<Spot> m_spots;
};

}  // namespace adit::ui
