#include "ui/common/export_dialog.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

using render::PictureFormat;

constexpr QSize previewSize{512, 320};

// "cobalt-hhi-of-mine-output.png" from a title, without anything a file system may refuse.
QString fileName(const QString& title) {
    QString name = title.toLower();
    name.replace(QRegularExpression(QStringLiteral("[^\\p{L}\\p{N}]+")), QStringLiteral("-"));
    name = name.left(60);
    name.remove(QRegularExpression(QStringLiteral("^-+|-+$")));
    return name.isEmpty() ? QStringLiteral("adit") : name;
}

QSpinBox* spin(int from, int to, int value, const QString& suffix) {
    auto* box = new QSpinBox;
    box->setRange(from, to);
    box->setValue(value);
    box->setSuffix(suffix);
    return box;
}

}  // namespace

ExportDialog::ExportDialog(render::Picture picture, QWidget* parent) : QDialog(parent), m_picture(std::move(picture)) {
    setWindowTitle(tr("Export"));
    setObjectName(QStringLiteral("exportDialog"));
    build();
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(80);
    connect(&m_previewDelay, &QTimer::timeout, this, &ExportDialog::showPreview);
    setFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    showPreview();
}

void ExportDialog::build() {
    m_preview = new QLabel;
    m_preview->setFixedSize(previewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_error = new QLabel;
    m_error->setObjectName(QStringLiteral("error"));
    m_error->setWordWrap(true);
    m_error->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_preview, 0, Qt::AlignHCenter);
    layout->addLayout(makeForm());
    layout->addWidget(m_error);
    layout->addLayout(makeButtons());
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChanged);
    for (QSpinBox* box : {m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, [this] { m_previewDelay.start(); });
}

QLayout* ExportDialog::makeForm() {
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("format"));
    m_format->addItem(tr("PNG picture"), static_cast<int>(PictureFormat::png));
    m_format->addItem(tr("SVG drawing"), static_cast<int>(PictureFormat::svg));
    m_format->addItem(tr("PDF page"), static_cast<int>(PictureFormat::pdf));
    m_format->addItem(tr("CSV table"), static_cast<int>(PictureFormat::csv));
    m_width = spin(320, 8000, 1600, tr(" px"));
    m_height = spin(200, 8000, 1000, tr(" px"));
    m_dpi = spin(72, 1200, 192, tr(" dpi"));
    m_path = new QLineEdit;
    m_path->setObjectName(QStringLiteral("path"));
    auto* choose = new QPushButton(tr("Choose…"));
    connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(choose);
    auto* form = new QFormLayout;
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Width"), m_width);
    form->addRow(tr("&Height"), m_height);
    form->addRow(tr("&Resolution"), m_dpi);
    form->addRow(tr("File"), file);
    return form;
}

QLayout* ExportDialog::makeButtons() {
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"));
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    return buttons;
}

render::ExportOptions ExportDialog::options() const {
    return {static_cast<PictureFormat>(m_format->currentData().toInt()),
            {m_width->value(), m_height->value()},
            m_dpi->value()};
}

void ExportDialog::setFolder(const QString& folder) {
    const QString name = fileName(m_picture.text.title) + QLatin1Char('.') + render::suffix(options().format);
    m_path->setText(QDir::toNativeSeparators(QDir(folder).filePath(name)));
}

void ExportDialog::formatChanged() {
    const render::ExportOptions now = options();
    const bool picture = now.format != PictureFormat::csv;
    m_width->setEnabled(picture);
    m_height->setEnabled(picture);
    m_dpi->setEnabled(now.format == PictureFormat::png || now.format == PictureFormat::pdf);
    QFileInfo file(m_path->text());
    m_path->setText(QDir::toNativeSeparators(
        file.dir().filePath(file.completeBaseName() + QLatin1Char('.') + render::suffix(now.format))));
}

// The picture itself, painted small: what is seen is what is written.
void ExportDialog::showPreview() {
    const double ratio = devicePixelRatioF();
    const QSize size = options().size.scaled(previewSize * ratio, Qt::KeepAspectRatio);
    QImage image = render::exportImage(m_picture, {PictureFormat::png, size, 96});
    image.setDevicePixelRatio(ratio);
    m_preview->setPixmap(QPixmap::fromImage(image));
}

void ExportDialog::browse() {
    auto* dialog = new QFileDialog(this, tr("Export to"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(render::suffix(options().format));
    dialog->selectFile(m_path->text());
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void ExportDialog::save() {
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    const Status done = render::exportFile(m_picture, options(), path);
    if (!done) {
        m_error->setText(exportErrorText(done.error()));
        m_error->show();
        return;
    }
    Q_EMIT exported(path);
    accept();
}

void openExportDialog(QWidget& parent, render::Picture picture) {
    auto* dialog = new ExportDialog(std::move(picture), &parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QString exportErrorText(const Error& error) {
    const QString file = QString::fromStdString(error.place.file);
    const QFileInfo folder(QFileInfo(file).absolutePath());
    if (!folder.exists())
        return ExportDialog::tr("The folder %1 does not exist. Choose another one.").arg(folder.filePath());
    if (!folder.isWritable())
        return ExportDialog::tr("The folder %1 cannot be written to. Choose another one.").arg(folder.filePath());
    return ExportDialog::tr(
               "The file %1 could not be written: %2. Nothing was changed; free some space or choose another folder.")
        .arg(file, QString::fromStdString(error.text));
}

}  // namespace adit::ui
