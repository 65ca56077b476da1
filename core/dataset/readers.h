// One reader a subject: one statement, row to struct. Registers are read first, because the others refer to them.
#pragma once

#include "core/dataset/dataset.h"
#include "core/sqlite/database.h"

namespace adit::dataset {

Status readRegisters(const sqlite::Database& database, Dataset& data);
Status readOutput(const sqlite::Database& database, Dataset& data);  // production, incomplete, capacity, preferences
Status readReserves(const sqlite::Database& database, Dataset& data);

// Trade is nine tenths of the rows and is read in parts, on several threads: first the size, then rows [first, last)
// by each thread on a connection of its own, then a look at the whole, which says what the constraints of the
// table say; the file may have been damaged since they were kept.
Status sizeTrade(const sqlite::Database& database, TradeTable& trade);
Status readTrade(const sqlite::Database& database, const Dataset& registers, std::size_t first, std::size_t last,
                 TradeTable& trade);
bool isSound(const TradeTable& trade);
Status readMixedCodes(const sqlite::Database& database, Dataset& data);

Status readGovernance(const sqlite::Database& database, Dataset& data);
Status readShares(const sqlite::Database& database, Dataset& data);
Status readConsumption(const sqlite::Database& database, Dataset& data);
Status readUsSalient(const sqlite::Database& database, Dataset& data);
Status readControl(const sqlite::Database& database, Dataset& data);
Status readMeasures(const sqlite::Database& database, Dataset& data);
Status readMarkets(const sqlite::Database& database, Dataset& data);  // lists, prices, events
Status readStockpiles(const sqlite::Database& database, Dataset& data);
Status readFacilities(const sqlite::Database& database, Dataset& data);  // with stakes
Status readWarnings(const sqlite::Database& database, Dataset& data);

}  // namespace adit::dataset
