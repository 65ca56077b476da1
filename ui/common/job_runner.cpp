#include "ui/common/job_runner.h"

namespace adit::ui {
namespace {

constexpr int firstReport = 200;
constexpr int nextReport = 50;

}  // namespace

JobRunner::JobRunner(QObject* parent) : QObject(parent) {
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        Q_EMIT progressed(m_progress->load());
        m_clock.start(nextReport);
    });
}

RunControl JobRunner::begin() {
    m_stop.request_stop();
    ++m_run;
    m_stop = std::stop_source();
    m_progress = std::make_shared<std::atomic<double>>(0.0);
    m_clock.start(firstReport);
    if (!m_busy) {
        m_busy = true;
        Q_EMIT busyChanged(true);
    }
    return {m_stop.get_token(), [progress = m_progress](double fraction) { progress->store(fraction); }};
}

void JobRunner::end() {
    m_clock.stop();
    if (!m_busy) return;
    m_busy = false;
    Q_EMIT busyChanged(false);
}

void JobRunner::cancel() {
    m_stop.request_stop();
    ++m_run;
    end();
}

}  // namespace adit::ui
