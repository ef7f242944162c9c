//! The catalogue of facts about who may issue (RFC 8659).

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    CaaForbids {
        "CAA records forbid this CA",
        "Add a CAA record that names the CA, on every name server of the zone, or choose a CA that is listed.";
        "CAA 记录不允许该 CA 签发",
        "在该区域的每台权威 DNS 服务器上添加写明该 CA 的 CAA 记录，或选择已列出的 CA。"
    }
    CaaAuthorityRetired {
        "The CA chosen issues no public TLS certificates any more",
        "Choose another CA, and put its issuer domain into the CAA records.";
        "所选 CA 已不再签发公共 TLS 证书",
        "选择其他 CA，并在 CAA 记录中写入其域名。"
    }
    CaaCriticalUnknown {
        "A CAA record that no CA knows is marked critical",
        "Set the flags of this record to 0, or remove it.";
        "CAA 记录含有标为关键的未知标签",
        "将这条记录的标志改为 0，或将其删除。"
    }
    CaaLookupFailed {
        "The look-up of CAA records fails",
        "Make every name server of the zone answer for CAA, with no error or with the records, and check again.";
        "CAA 记录查询失败",
        "让该区域的每台权威 DNS 服务器都能应答 CAA 查询（无记录或给出记录），然后重新检查。"
    }
    CaaMalformed {
        "A CAA record is not of the right form",
        "Write the bare domain of the CA as value, without quotes, final dot or scheme, one CA in each record.";
        "CAA 记录格式不正确",
        "记录值只写 CA 的域名，不带引号、末尾的点或网址前缀，每条记录只写一个 CA。"
    }
    CaaParameters {
        "CAA allows certain accounts or ways of validation only",
        "Order with the account and the way of validation that the record names, or add a record without parameters.";
        "CAA 只允许特定账户或验证方式",
        "使用记录中写明的账户和验证方式申请，或添加一条不带参数的记录。"
    }
    CaaServersDisagree {
        "Name servers of the zone give different CAA records",
        "Bring the servers to the same state, then check again: a CA may ask any of them.";
        "该区域的权威 DNS 服务器给出的 CAA 记录不同",
        "使各服务器的数据一致，然后重新检查：CA 可能询问其中任意一台。"
    }
}
