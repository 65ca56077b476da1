#include "ui/controls/measure_dialog.h"

#include "ui/common/market_charts.h"
#include "ui/common/measure_text.h"
#include "ui/common/quantity_entry.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace adit::ui {
namespace {

constexpr std::array kinds{
    MeasureKind::ban,  MeasureKind::quota, MeasureKind::licensing, MeasureKind::tax, MeasureKind::domesticProcessing,
    MeasureKind::other};

void choose(QComboBox& box, const std::string& id) {
    const int at = box.findData(text(id));
    if (at >= 0) box.setCurrentIndex(at);
}

std::string idOf(const QComboBox& box) {
    return box.currentData().toString().toStdString();
}

QDate dayOf(const std::string& iso) {
    return dateOf(controls::firstDay(iso));
}

void addEconomies(QComboBox& box, const Dataset& dataset) {
    std::vector<const Economy*> all;
    for (const Economy& economy : dataset.economies) {
        if (economy.kind != EconomyKind::aggregate) all.push_back(&economy);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Economy* a, const Economy* b) { return a->shortName < b->shortName; });
    for (const Economy* economy : all)
        box.addItem(text(economy->shortName), text(economy->code));
}

}  // namespace

MeasureDialog::MeasureDialog(const Dataset& dataset, const workspace::OwnMeasure& measure, QWidget* parent)
    : QDialog(parent), m_start(measure) {
    setObjectName(QStringLiteral("measureDialog"));
    setWindowTitle(tr("Hypothetical measure"));
    makeFields(dataset);
    fill();
    check();
}

void MeasureDialog::makeFields(const Dataset& dataset) {
    auto* form = new QFormLayout(this);
    const auto combo = [&](const char* name, const QString& label) {
        auto* box = new QComboBox;
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(label);
        box->setMaxVisibleItems(20);
        form->addRow(label, box);
        return box;
    };
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("measureName"));
    m_name->setPlaceholderText(tr("What you call it"));
    form->addRow(tr("Name"), m_name);
    m_imposer = combo("measureImposer", tr("Imposer"));
    addEconomies(*m_imposer, dataset);
    m_mineral = combo("measureMineral", tr("Mineral"));
    for (const Mineral& mineral : dataset.minerals)
        m_mineral->addItem(text(mineral.name), text(mineral.slug));
    m_stage = combo("measureStage", tr("Stage"));
    for (const Stage stage : {Stage::mine, Stage::refine, Stage::component})
        m_stage->addItem(stageTitle(stage), text(id(stage)));
    m_kind = combo("measureKind", tr("Kind"));
    for (const MeasureKind kind : kinds)
        m_kind->addItem(kindName(kind), text(id(kind)));
    m_against = combo("measureAgainst", tr("Against"));
    m_against->addItem(tr("all"), QString());
    addEconomies(*m_against, dataset);
    for (auto [edit, name] : {std::pair{&m_from, "measureFrom"}, {&m_to, "measureTo"}}) {
        *edit = new QDateEdit;
        (*edit)->setObjectName(QLatin1String(name));
        (*edit)->setDisplayFormat(QStringLiteral("d MMM yyyy"));
        (*edit)->setCalendarPopup(true);
    }
    form->addRow(tr("From"), m_from);
    m_ends = new QCheckBox(tr("Ends on"));
    m_ends->setObjectName(QStringLiteral("measureEnds"));
    form->addRow(m_ends, m_to);
    m_severity = new QLineEdit;
    m_severity->setObjectName(QStringLiteral("measureSeverity"));
    m_severity->setPlaceholderText(tr("as its kind; or 0 to 1, or low..central..high"));
    form->addRow(tr("Severity"), m_severity);
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("measureNote"));
    form->addRow(tr("Note"), m_note);
    m_refusal = new QLabel;
    m_refusal->setObjectName(QStringLiteral("measureRefusal"));
    m_refusal->setWordWrap(true);
    form->addRow(m_refusal);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Lay it over the register"));
    form->addRow(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(measure());
        accept();
    });
    for (QLineEdit* edit : {m_name, m_severity})
        connect(edit, &QLineEdit::textChanged, this, &MeasureDialog::check);
    for (QDateEdit* edit : {m_from, m_to})
        connect(edit, &QDateEdit::dateChanged, this, &MeasureDialog::check);
    for (QComboBox* box : {m_imposer, m_against})
        connect(box, &QComboBox::currentIndexChanged, this, &MeasureDialog::check);
    connect(m_ends, &QCheckBox::toggled, this, &MeasureDialog::check);
}

void MeasureDialog::fill() {
    m_name->setText(text(m_start.instrument));
    choose(*m_imposer, m_start.imposer);
    choose(*m_mineral, m_start.mineral);
    choose(*m_stage, std::string(id(m_start.stage)));
    choose(*m_kind, std::string(id(m_start.kind)));
    if (!m_start.againstAll && !m_start.targets.empty()) choose(*m_against, m_start.targets.front());
    const QDate from = dayOf(m_start.effective);
    m_from->setDate(from.isValid() ? from : QDate::currentDate());
    const QDate to = dayOf(m_start.ended);
    m_ends->setChecked(to.isValid());
    m_to->setDate(to.isValid() ? to : m_from->date().addYears(1));
    if (m_start.severity) {
        const workspace::OwnSeverity& s = *m_start.severity;
        m_severity->setText(writeQuantity(s.central, Interval{s.low.value_or(s.central), s.high.value_or(s.central)}));
    }
    m_note->setText(text(m_start.note));
}

workspace::OwnMeasure MeasureDialog::measure() const {
    workspace::OwnMeasure out = m_start;
    out.instrument = m_name->text().trimmed().toStdString();
    out.imposer = idOf(*m_imposer);
    out.mineral = idOf(*m_mineral);
    out.stage = stageFrom(idOf(*m_stage)).value_or(Stage::refine);
    out.kind = measureKindFrom(idOf(*m_kind)).value_or(MeasureKind::other);
    const std::string against = idOf(*m_against);
    out.againstAll = against.empty();
    // Several targets of a copied measure stay while the first is left alone.
    if (out.againstAll) {
        out.targets.clear();
    } else if (out.targets.empty() || out.targets.front() != against) {
        out.targets = {against};
    }
    out.effective = m_from->date().toString(Qt::ISODate).toStdString();
    out.ended = m_ends->isChecked() ? m_to->date().toString(Qt::ISODate).toStdString() : std::string();
    out.note = m_note->text().trimmed().toStdString();
    out.severity.reset();
    const QuantityEntry entry = readQuantity(m_severity->text(), Unit::one);
    if (!m_severity->text().trimmed().isEmpty() && entry.isTaken()) {
        out.severity = workspace::OwnSeverity{entry.central, std::nullopt, std::nullopt};
        if (entry.range) {
            out.severity->low = entry.range->lo;
            out.severity->high = entry.range->hi;
        }
    }
    return out;
}

// What cannot be is said at once, and not taken.
void MeasureDialog::check() {
    m_to->setEnabled(m_ends->isChecked());
    QString reason;
    const QString severity = m_severity->text().trimmed();
    if (!severity.isEmpty()) reason = readQuantity(severity, Unit::one).refusal;
    if (reason.isEmpty()) {
        const Status status = workspace::check(measure());
        if (!status) reason = text(status.error().text);
    }
    m_refusal->setText(reason);
    m_refusal->setVisible(!reason.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(reason.isEmpty());
}

}  // namespace adit::ui
