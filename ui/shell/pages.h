// The pages, in the order of the rail. A new page is one row in pages.cpp.
#pragma once

#include "ui/common/page.h"

#include <span>

namespace adit::ui {

struct PageRow {
    const char* id;     // kebab-case, kept in the settings
    const char* title;  // translated in the context "Pages"
    const char* icon;
    const char* question;  // the tooltip: what the page answers
    Page* (*make)(ContextModel& model, const render::Theme& theme, QWidget* parent);
};

std::span<const PageRow> pages();

}  // namespace adit::ui
