// A word in a border: a flag, the state of a measure, a list membership. And a row of them that wraps.
#pragma once

#include "ui/render/theme.h"

#include <QLayout>
#include <QWidget>

#include <vector>

namespace adit::ui {

enum class ChipRole { plain, alert, warn, edit, accent, tick };  // tick: a green tick before the word

class Chip : public QWidget, public render::Themed {
    Q_OBJECT

public:
    explicit Chip(const QString& word, ChipRole role = ChipRole::plain, QWidget* parent = nullptr);

    void setTheme(const render::Theme& theme) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_word;
    ChipRole m_role;
    render::Theme m_theme;
};

// Lays its widgets out like words.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr, int spacing = 6);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int place(const QRect& rect, bool apply) const;  // returns the height taken

    std::vector<QLayoutItem*> m_items;
};

}  // namespace adit::ui
