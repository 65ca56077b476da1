// Computed sentences as the window shows them.
#pragma once

#include "core/findings/finding.h"
#include "ui/common/page_head.h"

#include <QString>

#include <vector>

namespace adit::ui {

std::vector<SentencePart> sentenceOf(const findings::Finding& finding);
QString titleOf(const findings::Finding& finding);

// Hands the engine's patterns to the translator.
findings::Translate translator();

}  // namespace adit::ui
