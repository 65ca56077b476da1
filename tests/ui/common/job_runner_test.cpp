#include "ui/common/job_runner.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <semaphore>

using namespace adit;
using namespace adit::ui;

TEST(JobRunner, TheResultArrivesOnTheGuiThread) {
    JobRunner runner;
    int result = 0;
    QThread* thread = nullptr;
    runner.start([](const RunControl&) { return 42; },
                 [&](int value) {
                     result = value;
                     thread = QThread::currentThread();
                 });
    EXPECT_TRUE(runner.busy());
    ASSERT_TRUE(QTest::qWaitFor([&] { return result == 42; }));
    EXPECT_EQ(thread, QThread::currentThread());
    EXPECT_FALSE(runner.busy());
}

TEST(JobRunner, ANewerStartStopsTheOlderRunAndDropsItsResult) {
    JobRunner runner;
    std::vector<int> results;
    auto gate = std::make_shared<std::binary_semaphore>(0);
    auto stopped = std::make_shared<std::atomic<bool>>(false);
    runner.start(
        [gate, stopped](const RunControl& control) {
            gate->acquire();
            stopped->store(control.stopped());
            return 1;
        },
        [&](int value) { results.push_back(value); });
    runner.start([](const RunControl&) { return 2; }, [&](int value) { results.push_back(value); });
    gate->release();
    ASSERT_TRUE(QTest::qWaitFor([&] { return stopped->load() && !results.empty(); }));
    QTest::qWait(20);
    EXPECT_EQ(results, std::vector<int>{2});
}

TEST(JobRunner, ACancelledRunIsNeverHeardOf) {
    JobRunner runner;
    bool heard = false;
    auto done = std::make_shared<std::binary_semaphore>(0);
    runner.start(
        [done](const RunControl&) {
            done->release();
            return 1;
        },
        [&](int) { heard = true; });
    runner.cancel();
    done->acquire();
    QTest::qWait(20);
    EXPECT_FALSE(heard);
    EXPECT_FALSE(runner.busy());
}

TEST(JobRunner, MayBeDestroyedWhileItRuns) {
    auto gate = std::make_shared<std::binary_semaphore>(0);
    auto ended = std::make_shared<std::atomic<bool>>(false);
    {
        JobRunner runner;
        runner.start(
            [gate, ended](const RunControl& control) {
                gate->acquire();
                control.report(0.5);
                ended->store(true);
                return 1;
            },
            [](int) { ADD_FAILURE(); });
    }
    gate->release();
    EXPECT_TRUE(QTest::qWaitFor([&] { return ended->load(); }));
}
