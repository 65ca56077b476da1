#include "ui/shell/about.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("About", text);
}

QString wordFor(Redistribution r) {
    switch (r) {
        case Redistribution::open:
            return tr("open");
        case Redistribution::facts:
            return tr("figures quoted");
        case Redistribution::unverified:
            return tr("terms not verified");
        case Redistribution::restricted:
            return tr("redistribution restricted");
    }
    return {};
}

QTableWidget* sourceTable(const Dataset& data) {
    const QStringList titles{tr("Publisher"), tr("Title"),          tr("Year"),
                             tr("Licence"),   tr("Redistribution"), tr("Address")};
    auto* table = new QTableWidget(0, static_cast<int>(titles.size()));
    table->setObjectName(QStringLiteral("sources"));
    table->setAccessibleName(tr("Sources"));
    table->setHorizontalHeaderLabels(titles);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    for (const Source& source : data.sources) {
        if (!source.parts.empty()) continue;
        const int row = table->rowCount();
        table->insertRow(row);
        const QStringList texts{QString::fromStdString(source.publisher), QString::fromStdString(source.title),
                                QString::fromStdString(source.year),      QString::fromStdString(source.licence),
                                wordFor(source.redistribution),           QString::fromStdString(source.url)};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setToolTip(texts[column]);
            if (column == 0) item->setData(Qt::UserRole, QString::fromStdString(source.id));
            table->setItem(row, column, item);
        }
    }
    const int widths[] = {180, 380, 50, 180, 150, 180};
    for (int column = 0; column < titles.size(); ++column)
        table->setColumnWidth(column, widths[column]);
    return table;
}

void filterRows(QTableWidget& table, const QString& text) {
    for (int row = 0; row < table.rowCount(); ++row) {
        bool found = text.isEmpty();
        for (int column = 0; column < table.columnCount() && !found; ++column) {
            found = table.item(row, column)->text().contains(text, Qt::CaseInsensitive);
        }
        table.setRowHidden(row, !found);
    }
}

}  // namespace

void showAbout(const Dataset& data, QWidget* parent) {
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Adit"));
    box->setText(tr("<b>Adit %1</b>").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("Dependence on critical minerals: who mines, refines and controls them, how concentrated that is, and what "
           "it exposes a country to.<br><br>Dataset edition %1.<br>Free software under the GNU General Public License, "
           "version 3 or later. Charts by QCustomPlot, projection by PROJ, map by Natural Earth, typeface Roboto.")
            .arg(QString::fromStdString(data.edition)));
    box->open();
}

void showSources(const Dataset& data, QWidget* parent, const QString& select) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Sources and licences"));
    dialog->resize(1180, 640);
    auto* column = new QVBoxLayout(dialog);
    auto* filter = new QLineEdit;
    filter->setPlaceholderText(tr("Filter by publisher, title or licence"));
    filter->setAccessibleName(tr("Filter the sources"));
    QTableWidget* table = sourceTable(data);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(filter, &QLineEdit::textChanged, table,
                     [table](const QString& text) { filterRows(*table, text); });
    column->addWidget(filter);
    column->addWidget(table);
    column->addWidget(buttons);
    for (int row = 0; row < table->rowCount() && !select.isEmpty(); ++row) {
        if (table->item(row, 0)->data(Qt::UserRole).toString() != select) continue;
        table->selectRow(row);
        table->scrollToItem(table->item(row, 0));
    }
    dialog->open();
}

}  // namespace adit::ui
