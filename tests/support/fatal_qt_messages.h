// Any warning of Qt fails the test it appears in.
#pragma once

#include <QString>
#include <QtGlobal>

#include <gtest/gtest.h>

namespace adit::tests {

inline void failOnQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtDebugMsg || type == QtInfoMsg) return;
    // The offscreen platform has no window manager and says so (size hints, raising, grabbing).
    if (text.startsWith(QLatin1String("This plugin does not support"))) return;
    ADD_FAILURE() << "Qt: " << text.toStdString();
}

}  // namespace adit::tests
