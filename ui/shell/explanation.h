// "Explain this number" as text: everything the inspector shows and copies, made from a figure alone.
#pragma once

#include "core/findings/figure_ref.h"
#include "core/index/definition.h"
#include "core/workspace/assumption.h"
#include "ui/common/number_text.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace adit::ui {

enum class InputKind {
    holder,    // a producer or controller
    rest,      // the part that nobody named holds
    none,      // a published zero
    total,     // the world
    facility,  // what stands behind the controllers; its tonnes are theirs
    other,
};

struct ExplainedInput {
    QString name;
    QString value;
    QString share;   // what it adds to the figure; empty where that has no meaning
    QString source;  // its number among `sources`
    QString flag;
    QString tooltip;
    Unit unit = Unit::tonnes;
    State state = State::known;
    InputKind kind = InputKind::other;
    EconomyId economy;             // what a click on it selects
    std::optional<double> number;  // behind `value`
    std::optional<double> part;    // behind `share`
    bool folds = false;            // stands for several; a click unfolds them
};

struct OtherSource {
    SourceId source;
    QString name;
    QString value;
};

// An assumption that touches a figure.
struct TouchingAssumption {
    QString words;                      // "stock: 2 400 t"
    QString rest;                       // ", published 1 900 t, set 23 Nov 2026. As agreed"
    std::optional<workspace::Key> key;  // what returns to the baseline; none where that is not one figure
};

struct Explanation {
    QString title;    // "HHI of cobalt mine output by location, 2022"
    QString value;    // "4 929"; "4 076 to 6 632"; "n/a"
    QString suffix;   // "of 10 000"
    QString reading;  // "Highly concentrated": what the value is called
    bool alarming = false;
    QString verdict;                       // "above 1 800 · exact"
    QStringList formula;                   // rich text lines
    MassUnit massUnit = MassUnit::tonnes;  // of the masses among the inputs
    QString valueHeader;                   // "t Co"
    QString shareHeader;                   // "share²"; empty hides the column
    std::vector<ExplainedInput> inputs;
    QStringList sources;  // publications of the inputs, in the order of their numbers
    QString bounds;
    std::vector<OtherSource> others;  // the same figure by other publications
    std::vector<TouchingAssumption> assumptions;
    QString citation;
    // For the bar of an interval: the figure's range and bounds, on the scale of the index.
    std::optional<Interval> drawnBounds;
    Interval drawnRange;
    std::vector<std::pair<double, QString>> thresholds;
};

// The figure of an index as it is printed: what is no share has no percent sign.
Figure printed(const index::Definition& index, Figure figure);
Explanation explain(const FigureRef& ref, const NumberText& numbers);
QString inputsAsTable(const Explanation& explanation);  // tab-separated, with source and citation

}  // namespace adit::ui
