#include "ui/shell/pages.h"

#include "ui/controls/controls_page.h"
#include "ui/map/map_page.h"
#include "ui/mineral/mineral_page.h"
#include "ui/stockpiles/stockpiles_page.h"

#include <array>

namespace adit::ui {
namespace {

template <typename T>
Page* make(ContextModel& model, const render::Theme& theme, QWidget* parent) {
    return new T(model, theme, parent);
}

}  // namespace

std::span<const PageRow> pages() {
    static const std::array<PageRow, 4> rows{{
        {"map", QT_TRANSLATE_NOOP("Pages", "Map"), "map",
         QT_TRANSLATE_NOOP("Pages", "Where does it come from, what reaches us?"), make<MapPage>},
        {"mineral", QT_TRANSLATE_NOOP("Pages", "Mineral"), "mineral",
         QT_TRANSLATE_NOOP("Pages", "How concentrated, since when, held by whom?"), make<MineralPage>},
        {"controls", QT_TRANSLATE_NOOP("Pages", "Controls"), "controls",
         QT_TRANSLATE_NOOP("Pages", "What is in force against us?"), make<ControlsPage>},
        {"stockpiles", QT_TRANSLATE_NOOP("Pages", "Stockpiles"), "stockpiles",
         QT_TRANSLATE_NOOP("Pages", "How long would we last, and what does the target cost?"), make<StockpilesPage>},
    }};
    return rows;
}

}  // namespace adit::ui
