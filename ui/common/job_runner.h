// Work off the GUI thread, one run at a time: a newer start stops the older run, a late result is dropped.
#pragma once

#include "core/base/run_control.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>
#include <QtConcurrent>

#include <atomic>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace adit::ui {

class JobRunner : public QObject {
    Q_OBJECT

public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override { cancel(); }

    // `work` runs on a pool thread and owns all it touches; `done` gets its result on this thread.
    template <typename Work, typename Done>
    void start(Work work, Done done) {
        using Outcome = std::invoke_result_t<Work, const RunControl&>;
        const RunControl control = begin();
        auto* watcher = new QFutureWatcher<Outcome>(this);
        connect(watcher, &QFutureWatcherBase::finished, this,
                [this, watcher, run = m_run, finish = std::move(done)]() mutable {
                    watcher->deleteLater();
                    if (run != m_run) return;  // stopped or overtaken
                    end();
                    finish(watcher->result());
                });
        watcher->setFuture(QtConcurrent::run([job = std::move(work), control] { return job(control); }));
    }

    void cancel();  // its result is dropped
    bool busy() const { return m_busy; }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(double fraction);  // from 200 ms after the start, while it runs

private:
    RunControl begin();
    void end();

    std::uint64_t m_run = 0;
    bool m_busy = false;
    std::stop_source m_stop;
    std::shared_ptr<std::atomic<double>> m_progress;
    QTimer m_clock;
};

}  // namespace adit::ui
