// Adding, copying and changing a hypothetical measure.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/own.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace adit::ui {

class MeasureDialog : public QDialog {
    Q_OBJECT

public:
    // Starts with `measure`, whose id stays.
    MeasureDialog(const Dataset& dataset, const workspace::OwnMeasure& measure, QWidget* parent = nullptr);

    workspace::OwnMeasure measure() const;

Q_SIGNALS:
    void chosen(const adit::workspace::OwnMeasure& measure);

private:
    void makeFields(const Dataset& dataset);
    void fill();
    void check();

    workspace::OwnMeasure m_start;
    QLineEdit* m_name = nullptr;
    QComboBox* m_imposer = nullptr;
    QComboBox* m_mineral = nullptr;
    QComboBox* m_stage = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_against = nullptr;
    QDateEdit* m_from = nullptr;
    QCheckBox* m_ends = nullptr;
    QDateEdit* m_to = nullptr;
    QLineEdit* m_severity = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_refusal = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

}  // namespace adit::ui
