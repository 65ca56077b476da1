// One market written down as rows, and any index of the registry computed on it.
#pragma once

#include "core/index/registry.h"
#include "tests/support/dataset_builder.h"

namespace adit::test {

class IndexCase {
public:
    explicit IndexCase(const std::vector<Figures>& rows)
        : IndexCase(DatasetBuilder().output("cobalt", Stage::mine, 2024, "s", rows)) {}
    explicit IndexCase(const DatasetBuilder& builder) : m_data(builder.build()) {
        m_query.mineral = *m_data.mineral("cobalt");
        m_query.year = 2024;
    }

    IndexCase& of(std::string_view economy) {
        m_query.economy = *m_data.economy(economy);
        return *this;
    }
    IndexCase& controlled(index::ControlRule rule = index::ControlRule::majority) {
        m_query.view = View::controlled;
        m_query.rule = rule;
        return *this;
    }
    index::Query query() const {
        index::Query query = m_query;
        query.data = &m_data;
        return query;
    }
    Figure compute(std::string_view id) const { return index::find(id)->compute(query()); }
    const Dataset& data() const { return m_data; }

private:
    Dataset m_data;
    index::Query m_query;
};

}  // namespace adit::test
