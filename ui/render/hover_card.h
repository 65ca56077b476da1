// The card that tells about a mark: name and stage, label-value lines, the measure last in red.
#pragma once

#include "ui/render/scene.h"

#include <QWidget>

namespace adit::render {

class HoverCard : public QWidget {
    Q_OBJECT

public:
    explicit HoverCard(QWidget* window);

    // Beside `around` (in coordinates of `owner`), never over it.
    void show(const Mark& mark, const QRect& around, const QWidget& owner, const Theme& theme);
    // For what is no chart mark, such as an economy on the map; name, stage, lines and alert are used.
    QSize sizeFor(const Mark& mark, const Theme& theme) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Mark m_mark;
    Theme m_theme;
};

}  // namespace adit::render
