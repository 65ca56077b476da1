// The head of a page: one sentence that states the finding, its numbers linked to the inspector, the context
// line below, actions at the right.
#pragma once

#include "ui/render/theme.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace adit::ui {

// A piece of the sentence; pieces with a link are numbers that can be asked about.
struct SentencePart {
    QString text = {};
    QString link = {};
    bool assumed = false;  // rests on an assumption of the user
    bool operator==(const SentencePart&) const = default;
};

class PageHead : public QWidget, public render::Themed {
    Q_OBJECT

public:
    explicit PageHead(QWidget* parent = nullptr);

    void setSentence(std::vector<SentencePart> parts);
    void setContextLine(const QString& text);
    // While it stays the same, and the width too, the head grows with its sentence and does not shrink: the page below
    // keeps its place while a year plays.
    void setSubject(const QString& subject);
    void addAction(QWidget* button);
    void setTheme(const render::Theme& theme) override;
    QString sentenceText() const;  // as plain text

Q_SIGNALS:
    void linkActivated(const QString& link);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void write();
    void balance();

    std::vector<SentencePart> m_parts;
    QString m_hovered;
    QString m_subject;
    render::Theme m_theme;
    QLabel* m_sentence = nullptr;
    QLabel* m_context = nullptr;
    QHBoxLayout* m_actions = nullptr;
};

}  // namespace adit::ui
