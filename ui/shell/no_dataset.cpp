#include "ui/shell/no_dataset.h"

#include "ui/common/empty_state.h"
#include "ui/common/message_bar.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace adit::ui {

NoDataset::NoDataset(const QString& file, const Error& error, Bundled bundled, const render::Theme& theme) {
    setObjectName(QStringLiteral("noDataset"));
    setWindowTitle(tr("Adit"));
    setAutoFillBackground(true);
    qApp->setPalette(render::palette(theme));
    qApp->setStyleSheet(render::styleSheet(theme));
    const QString reason = QString::fromStdString(error.text).toHtmlEscaped();
    auto* message =
        new MessageBar(MessageBar::Kind::error, tr("<b>The dataset could not be opened.</b> %1<br>%2")
                                                    .arg(QDir::toNativeSeparators(file).toHtmlEscaped(), reason));
    auto* empty = new EmptyState(tr("No figures to show"), tr("Nothing was changed. Every page needs a dataset."));
    empty->setTheme(theme);
    QPushButton* offered = nullptr;
    if (bundled == Bundled::offered) {
        offered = empty->addAction(tr("Open the bundled dataset"), true);
        offered->setObjectName(QStringLiteral("openBundled"));
        connect(offered, &QPushButton::clicked, this, &NoDataset::bundledChosen);
    }
    QPushButton* choose = empty->addAction(tr("Choose another file…"), offered == nullptr);
    choose->setObjectName(QStringLiteral("chooseDataset"));
    connect(choose, &QPushButton::clicked, this, &NoDataset::askFile);
    QPushButton* quit = empty->addAction(tr("Quit"));
    quit->setObjectName(QStringLiteral("quitWithoutDataset"));
    connect(quit, &QPushButton::clicked, this, &QWidget::close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(message);
    column->addWidget(empty, 1);
    resize(760, 420);
    (offered != nullptr ? offered : choose)->setFocus();
}

void NoDataset::askFile() {
    auto* dialog = new QFileDialog(this, tr("Open a dataset"), {}, tr("Datasets (*.sqlite);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &NoDataset::fileChosen);
    dialog->open();
}

}  // namespace adit::ui
