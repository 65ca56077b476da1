// Format, size, dpi, a preview, and where the file goes; errors are told in the dialog and nothing is lost.
#pragma once

#include "ui/render/chart_export.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace adit::ui {

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(render::Picture picture, QWidget* parent = nullptr);

    render::ExportOptions options() const;
    void setFolder(const QString& folder);  // where the suggested name goes

Q_SIGNALS:
    void exported(const QString& path);

private:
    void build();
    QLayout* makeForm();
    QLayout* makeButtons();
    void showPreview();
    void formatChanged();
    void browse();
    void save();

    render::Picture m_picture;
    QComboBox* m_format = nullptr;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_height = nullptr;
    QSpinBox* m_dpi = nullptr;
    QLineEdit* m_path = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_error = nullptr;
    QPushButton* m_save = nullptr;
    QTimer m_previewDelay;
};

void openExportDialog(QWidget& parent, render::Picture picture);

// What a refused file means for the user, in words.
QString exportErrorText(const Error& error);

}  // namespace adit::ui
