// What stands in place of the dashboard while there is no dataset to show: which file could not be opened, why, and
// what can be done about it.
#pragma once

#include "core/base/result.h"
#include "ui/render/theme.h"

#include <QWidget>

namespace adit::ui {

class NoDataset : public QWidget {
    Q_OBJECT

public:
    enum class Bundled { offered, absent };  // absent also where the bundled file is the one that failed

    NoDataset(const QString& file, const Error& error, Bundled bundled, const render::Theme& theme);

Q_SIGNALS:
    void fileChosen(const QString& file);
    void bundledChosen();

private:
    void askFile();
};

}  // namespace adit::ui
