// Search anything (Ctrl+K): a field and the list of what it finds.
#pragma once

#include "ui/render/theme.h"
#include "ui/shell/search.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace adit::ui {

class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(const SearchIndex& index, const render::Theme& theme, QWidget* parent);
    void popUp();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find(const QString& text);
    void openCurrent();

    const SearchIndex* m_index;
    render::Theme m_theme;
    QLineEdit* m_field;
    QLabel* m_message;
    QListWidget* m_list;
    std::vector<const SearchItem*> m_hits;
};

}  // namespace adit::ui
