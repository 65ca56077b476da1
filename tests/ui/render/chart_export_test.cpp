#include "ui/render/chart_export.h"

#include "tests/ui/render/sample_charts.h"
#include "ui/render/chart_view.h"
#include "ui/render/export_page.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <csignal>
#include <memory>
#include <sys/resource.h>

using namespace adit;
using namespace adit::render;

namespace {

// All <text> of a drawing, in order.
QStringList textsOf(const QByteArray& svg) {
    QStringList texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text"))
            texts << reader.readElementText().trimmed();
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    return texts;
}

}  // namespace

TEST(ChartExport, PngHasTheSizeAndResolutionAskedFor) {
    const QByteArray bytes = exportBytes(pictureOf(samples::ranking()), {PictureFormat::png, {1200, 750}, 300});
    const QImage image = QImage::fromData(bytes, "PNG");
    EXPECT_EQ(image.size(), QSize(1200, 750));
    EXPECT_NEAR(image.dotsPerMeterX() * 0.0254, 300.0, 0.1);
    EXPECT_EQ(image.text(QStringLiteral("Source")), QStringLiteral("Source: World Mining Data (2018–2022)"));
    EXPECT_EQ(image.pixelColor(2, 2), QColor(Qt::white));
}

TEST(ChartExport, TheLayoutDoesNotDependOnTheSizeInPixels) {
    const Picture picture = pictureOf(samples::states());
    const QImage large = exportImage(picture, {PictureFormat::png, {3200, 2000}, 384})
                             .scaled(320, 200, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage small = exportImage(picture, {PictureFormat::png, {1600, 1000}, 192})
                             .scaled(320, 200, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int different = 0;
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 320; ++x)
            if (std::abs(qGray(large.pixel(x, y)) - qGray(small.pixel(x, y))) > 60) ++different;
    EXPECT_LT(different, 320);
}

TEST(ChartExport, IsDrawnInTheLightThemeWhateverTheWindowIs) {
    ChartView view;
    view.resize(500, 300);
    view.setTheme(Theme::night());
    view.setChart(samples::columns());
    const QByteArray svg = exportBytes(pictureOf(view.chart()), {PictureFormat::svg, {1600, 1000}, 192});
    EXPECT_TRUE(svg.contains(Theme::light().economy(QStringLiteral("COD")).name().toLatin1()));
    EXPECT_FALSE(svg.contains(Theme::night().economy(QStringLiteral("COD")).name().toLatin1()));
    EXPECT_FALSE(svg.contains(Theme::night().card.name().toLatin1()));
}

TEST(ChartExport, SvgKeepsTextAsText) {
    const QStringList texts =
        textsOf(exportBytes(pictureOf(samples::states()), {PictureFormat::svg, {1600, 1000}, 192}));
    const QString all = texts.join(QLatin1Char('\n'));
    for (const char* needed :
         {"For four minerals, more than 65 % of world output", "Gallium", "China, hypothetical licence", "98.4\u202F%",
          "1 assumption by the author", "Source: World Mining Data", "Adit, edition 2026.1 · 22 Nov 2026"})
        EXPECT_TRUE(all.contains(QString::fromUtf8(needed))) << needed;
}

TEST(ChartExport, PdfIsAPdfWithAPage) {
    const QByteArray bytes = exportBytes(pictureOf(samples::lines()), {PictureFormat::pdf, {1600, 1000}, 192});
    EXPECT_TRUE(bytes.startsWith("%PDF-"));
    EXPECT_TRUE(bytes.contains("/Type /Page\n") || bytes.contains("/Type /Page "));
    // 8.33 by 5.21 inches at 72 points
    EXPECT_TRUE(bytes.contains("/MediaBox [0 0 600.000000 375.000000]"));
}

TEST(ChartExport, CsvIsRfc4180WithSourceAndEditionInEveryRow) {
    QFile golden(QStringLiteral(ADIT_SOURCE_DIR "/tests/golden/chart_states.csv"));
    ASSERT_TRUE(golden.open(QIODevice::ReadOnly));
    EXPECT_EQ(csvOf(pictureOf(samples::states())).toStdString(), golden.readAll().toStdString());
}

TEST(ChartExport, AFolderThatIsNotThereIsAnErrorAndNoFile) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("missing/chart.png"));
    const Status status = exportFile(pictureOf(samples::strip()), {}, path);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::full);
    EXPECT_EQ(status.error().place.file, path.toStdString());
    EXPECT_FALSE(QFile::exists(path));
}

// A limit on file sizes refuses writes as a full disk does.
TEST(ChartExport, AFullDiskIsAnErrorAndLeavesTheOldFile) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.png"));
    QFile old(path);
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{1000, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    const Status status = exportFile(pictureOf(samples::strip()), {}, path);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    EXPECT_FALSE(status);
    ASSERT_TRUE(old.open(QIODevice::ReadOnly));
    EXPECT_EQ(old.readAll(), QByteArray("old"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

TEST(ChartExport, AFolderIsNotReplacedByAFile) {
    const QTemporaryDir folder;
    EXPECT_FALSE(exportFile(pictureOf(samples::strip()), {}, folder.path()));
    EXPECT_TRUE(QFileInfo(folder.path()).isDir());
}

TEST(ChartExport, AnExistingFileIsReplacedWhole) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.svg"));
    QFile old(path);
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    ASSERT_TRUE(exportFile(pictureOf(samples::strip()), {PictureFormat::svg, {800, 500}, 96}, path));
    QFile now(path);
    ASSERT_TRUE(now.open(QIODevice::ReadOnly));
    EXPECT_TRUE(now.readAll().startsWith("<?xml"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

TEST(ChartExport, TablesCarryTitleAndSource) {
    const std::unique_ptr<QMimeData> mime(tableMime(pictureOf(samples::ranking())));
    const QStringList lines = mime->text().split(QLatin1Char('\n'));
    EXPECT_EQ(lines[0], QStringLiteral("One producer stands above all"));
    EXPECT_EQ(lines[2], QStringLiteral("Name\tShare of mine output, %, 2022"));
    EXPECT_EQ(lines[12], QStringLiteral("Source: World Mining Data (2018–2022). Adit, edition 2026.1"));
    EXPECT_TRUE(mime->html().contains(QStringLiteral("<td align=\"right\">69.5\u202F%</td>")));
}

TEST(ExportPage, ALoneWordDrawsAnotherToTheLastLine) {
    const Theme theme = Theme::light();
    const TextSizes sizes(theme);
    const QString text = QStringLiteral("one two three four five six seven");
    const double width = sizes.width(QStringLiteral("one two three four five six"), Type::sentence) + 1;
    const QStringList lines = balancedLines(text, Type::sentence, width, sizes);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines[1].contains(QLatin1Char(' '))) << lines[1].toStdString();
}
