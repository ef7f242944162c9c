//! The advice, its reasons, and wishes that do not go together.

use crate::core::guide::{Conflict, Kind, Level, Method, Reason};
use crate::text::Lang;

/// A level with its name.
pub fn level(lang: Lang, level: Level) -> &'static str {
    match level {
        Level::Dv => lang.pick("DV, domain validation", "DV（域名型）"),
        Level::Ov => lang.pick("OV, organisation validation", "OV（企业型）"),
        Level::Ev => lang.pick("EV, extended validation", "EV（增强型）"),
    }
}

/// How long a level takes (one vendor, 2024).
pub fn time(lang: Lang, level: Level) -> &'static str {
    match level {
        Level::Dv => lang.pick("10 minutes to 24 hours", "10 分钟到 24 小时"),
        Level::Ov => lang.pick("3–5 business days", "3～5 个工作日"),
        Level::Ev => lang.pick("5–7 business days", "5～7 个工作日"),
    }
}

/// A kind; with an IP address beside the names.
pub fn kind(lang: Lang, kind: Kind, holds_address: bool) -> &'static str {
    match (kind, holds_address) {
        (Kind::Single, _) => lang.pick("Single name", "单域名"),
        (Kind::MultiDomain, false) => lang.pick("Multi-domain", "多域名"),
        (Kind::MultiDomain, true) => {
            lang.pick("Multi-domain, with the IP address", "多域名，含 IP 地址")
        }
        (Kind::Wildcard, false) => lang.pick("Wildcard", "通配符"),
        (Kind::Wildcard, true) => lang.pick("Wildcard, with the IP address", "通配符，含 IP 地址"),
        (Kind::MultiWildcard, false) => lang.pick("Multi-wildcard", "多通配符"),
        (Kind::MultiWildcard, true) => lang.pick(
            "Multi-wildcard, with the IP address",
            "多通配符，含 IP 地址",
        ),
    }
}

/// How control is proven.
pub fn method(lang: Lang, method: Method) -> &'static str {
    match method {
        Method::Dns => lang.pick("DNS record", "DNS 验证"),
        Method::File => lang.pick("file on the server", "文件验证"),
        Method::Mail => lang.pick("mail to the domain", "邮件验证"),
    }
}

/// Why the advice is what it is.
pub fn reason(lang: Lang, reason: Reason) -> &'static str {
    match reason {
        Reason::AppWantsOrganization => lang.pick(
            "For addresses that phone apps call, OV or better is advised (one vendor, 2024)",
            "供手机 App 调用的地址，建议选 OV 或更高（某服务商，2024）",
        ),
        Reason::CompanyCanProveItself => lang.pick(
            "A company can have its name in the certificate: OV or better. DV encrypts just as well",
            "企业可以把名称写进证书：OV 或更高。DV 的加密强度相同",
        ),
        Reason::DnsServesAll => lang.pick(
            "One DNS record needs no running server, and a CNAME can stay for the renewals",
            "DNS 验证不需要服务器在线，CNAME 还可以留给续期使用",
        ),
        Reason::EllipticIsFaster => lang.pick(
            "ECC is faster and smaller; where a panel or device takes RSA only, choose RSA 2048",
            "ECC 更快更小；面板或设备只支持 RSA 时选 RSA 2048",
        ),
        Reason::FileForAddress => lang.pick(
            "The IP address is proven by a file on the server that answers there",
            "IP 地址通过该地址服务器上的文件来验证",
        ),
        Reason::FilePerName => lang.pick(
            "Each name of the order needs its own file, www too, reachable on port 80 from everywhere",
            "订单里的每个域名（包括 www）都要有自己的文件，并能从各地通过 80 端口访问",
        ),
        Reason::FinanceWantsExtended => lang.pick(
            "Banks and payment services take EV: the strictest check of the owner",
            "金融和支付机构选 EV：对所有者的核实最严格",
        ),
        Reason::MailIsLeft => lang.pick(
            "Some CAs still mail to admin@ or postmaster@ of the domain; they are giving this up",
            "有的 CA 仍会给域名的 admin@ 或 postmaster@ 邮箱发信，但正在停用这种方式",
        ),
        Reason::OldClientsWantRsa => lang.pick(
            "Old clients know RSA. Ask the CA for the longer chain with its cross certificate too",
            "旧客户端支持 RSA。还要向 CA 索取带交叉证书的更长证书链",
        ),
        Reason::OneNameAlone => lang.pick(
            "One name covers itself alone; www is a name of its own",
            "单域名只覆盖它自己；www 是另一个域名",
        ),
        Reason::PersonProvesDomain => lang.pick(
            "Without a business licence there is DV only: control of the domain is all that can be proven",
            "没有营业执照只能选 DV：能证明的只有域名控制权",
        ),
        Reason::PublicAddressAtSome => lang.pick(
            "Some CAs issue for public IP addresses, others do not; ask before you order",
            "有的 CA 为公网 IP 地址签发，有的不签发；下单前先确认",
        ),
        Reason::SeveralInOne => lang.pick(
            "Several names stand in one certificate, each one written out",
            "多个域名写在一个证书里，每个都要列出",
        ),
        Reason::SmInTwo => lang.pick(
            "Two certificates: SM2 for those who ask for it, the other for browsers that do not know it",
            "需要两个证书：SM2 供有国密要求的客户端，另一个供不支持国密的浏览器",
        ),
        Reason::WildcardByDns => lang.pick(
            "A wildcard is proven by DNS; a file is not accepted since 2021-12-01",
            "通配符用 DNS 验证；2021-12-01 起不接受文件验证",
        ),
        Reason::WildcardOneLevel => lang.pick(
            "A wildcard covers one level; look whether the CA adds the domain itself",
            "通配符只覆盖一级；确认 CA 是否会加上域名本身",
        ),
    }
}

/// What does not go together, and what does.
pub fn conflict(lang: Lang, conflict: Conflict) -> &'static str {
    match conflict {
        Conflict::AddressNeedsServer => lang.pick(
            "A DNS record does not prove an IP address: whoever runs the server has to put a file there",
            "解析记录无法证明 IP 地址：需要服务器管理员放置验证文件",
        ),
        Conflict::ExtendedHoldsNoAddress => lang.pick(
            "EV certificates hold no IP address: OV instead, or EV for the names and another one for the address",
            "EV 证书不能包含 IP 地址：改用 OV，或域名用 EV、IP 地址另用一个证书",
        ),
        Conflict::ExtendedHoldsNoWildcard => lang.pick(
            "EV certificates hold no wildcard: OV instead, or EV with every name written out",
            "EV 证书不能包含通配符：改用 OV，或用 EV 并列出每个域名",
        ),
        Conflict::NothingToProveWith => lang.pick(
            "Without DNS or server nothing can be proven: ask whoever runs the DNS to add one record",
            "既不能改解析也不能改服务器就无法验证：让管理解析的人添加一条记录",
        ),
        Conflict::PersonHasNoOrganization => lang.pick(
            "For a phone app OV is advised, and a person cannot have it: DV works in apps too, or order through the company that publishes the app",
            "手机 App 建议用 OV，但个人无法申请：DV 在 App 中也能用，或由发布 App 的企业申请",
        ),
        Conflict::PrivateAddress => lang.pick(
            "No public CA may issue for a private IP address: use a name that only resolves inside, or a CA of your own",
            "公共 CA 不能为内网 IP 地址签发：改用只在内部解析的域名，或使用自建 CA",
        ),
        Conflict::SmKeepsBrowsersOut => lang.pick(
            "Most browsers and all mini programs do not accept SM: with SM alone they stay outside. Two certificates serve both",
            "多数浏览器和所有小程序都不接受国密：只用国密会使它们无法访问。两个证书可以兼顾",
        ),
        Conflict::TooSoonForLevel => lang.pick(
            "The review takes longer than that: order DV now, and replace it when the other one comes",
            "审核来不及：先申请 DV 使用，等另一个签发后再替换",
        ),
        Conflict::WildcardNeedsDns => lang.pick(
            "A wildcard is proven by DNS only: ask whoever runs the DNS to add one CNAME, or list the names one by one",
            "通配符只能用 DNS 验证：让管理解析的人添加一条 CNAME，或逐个列出域名",
        ),
    }
}
