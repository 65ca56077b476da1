// Names content by its bytes; nothing here needs to withstand an attacker.
#pragma once

#include <boost/uuid/detail/sha1.hpp>

#include <string>
#include <string_view>

namespace adit::db {

class Sha1 {
public:
    void add(std::string_view bytes) { m_hash.process_bytes(bytes.data(), bytes.size()); }

    std::string hex() {
        boost::uuids::detail::sha1::digest_type digest;
        m_hash.get_digest(digest);
        std::string out;
        for (const unsigned int word : digest) {
            for (unsigned int shift = 32; shift != 0; shift -= 4)
                out += "0123456789abcdef"[(word >> (shift - 4)) & 15U];
        }
        return out;
    }

private:
    boost::uuids::detail::sha1 m_hash;
};

}  // namespace adit::db
