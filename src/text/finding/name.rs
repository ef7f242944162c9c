//! Words of facts about the names of an order.

use super::{Words, about, name};
use crate::core::csr::names::LIST_DATE;
use crate::core::env::AddressRange;
use crate::core::finding::{NameFact, NameFault, VendorRule, WildcardFault};
use crate::text::Lang;
use crate::text::number::{counted, size, whole};
use crate::text::time::date;

pub(super) fn words(lang: Lang, fact: &NameFact) -> Words {
    Words::new(
        message(lang, fact),
        why(lang, fact),
        about(lang, fact.id()).remedy,
    )
}

fn message(lang: Lang, fact: &NameFact) -> String {
    match fact {
        NameFact::AddressesNotByDns { addresses } => not_by_dns(lang, *addresses),
        NameFact::AddressFewCas { name: one } => {
            let one = name(one);
            say!(
                lang,
                "Not every CA issues for the IP address {one}",
                "不是每个 CA 都为 IP 地址 {one} 颁发证书"
            )
        }
        NameFact::AddressPrivate { name: one, range } => private_address(lang, one, *range),
        NameFact::Duplicate { name: one } => {
            let one = name(one);
            say!(
                lang,
                "{one} is in the list more than once",
                "{one} 在列表中重复出现"
            )
        }
        NameFact::DnsOnly { .. } => lang.pick("Validate by DNS", "使用 DNS 验证").to_owned(),
        NameFact::Internal { name: one, .. } => {
            let one = name(one);
            say!(
                lang,
                "{one} is a name for internal networks",
                "{one} 是内部网络使用的名称"
            )
        }
        NameFact::ListLimit { limit, allowed } => over_limit(lang, limit, *allowed),
        NameFact::Malformed { name: one, .. } => {
            let one = name(one);
            say!(
                lang,
                "“{one}” cannot stand in a certificate",
                "“{one}”不能写入证书"
            )
        }
        NameFact::Onion { name: one } => {
            let one = name(one);
            say!(lang, "{one} is an onion service", "{one} 是洋葱服务")
        }
        NameFact::VendorRule { name: one, rule } => vendor_rule(lang, one, *rule),
        NameFact::WildcardMisplaced { name: one, .. } => {
            let one = name(one);
            say!(lang, "“{one}” is no wildcard name", "“{one}”不是通配符域名")
        }
        other => with_what(lang, other),
    }
}

/// Messages on a name and something beside it.
fn with_what(lang: Lang, fact: &NameFact) -> String {
    match fact {
        NameFact::Covered { name: one, by } => {
            let (one, by) = (name(one), name(by));
            say!(
                lang,
                "{one} is already covered by {by}",
                "{one} 已被 {by} 覆盖"
            )
        }
        NameFact::FilterWord {
            name: one, word, ..
        } => {
            let one = name(one);
            say!(
                lang,
                "{one} contains “{word}”, a word that some filters stop",
                "{one} 含有“{word}”，有些过滤器会拦下这个词"
            )
        }
        NameFact::Long {
            name: one,
            characters,
        } => {
            let (one, characters) = (name(one), whole(*characters as u64));
            say!(
                lang,
                "{one} has {characters} characters, 64 fit into the common name",
                "{one} 有 {characters} 个字符，而通用名称最多 64 个"
            )
        }
        NameFact::PublicSuffix { name: one, suffix } => {
            let (one, suffix) = (name(one), name(suffix));
            say!(
                lang,
                "{one} would take in everybody’s domains below {suffix}",
                "{one} 会涉及 {suffix} 下其他人的域名"
            )
        }
        NameFact::TwoLevels {
            name: one,
            wildcard,
        } => {
            let (one, wildcard) = (name(one), name(wildcard));
            say!(
                lang,
                "{wildcard} does not cover {one}",
                "{wildcard} 不覆盖 {one}"
            )
        }
        NameFact::TopLevelUnknown { name: one, ending } => {
            let (one, ending) = (name(one), name(ending));
            say!(
                lang,
                "{one} ends in .{ending}, which is no known top-level domain",
                "{one} 的顶级域 .{ending} 不在已知列表里"
            )
        }
        other => about(lang, other.id()).title.to_owned(),
    }
}

fn not_by_dns(lang: Lang, addresses: usize) -> String {
    let en = ("IP address", "IP addresses");
    let count = counted(lang, addresses, en, "个 IP 地址");
    say!(
        lang,
        "DNS cannot validate {count}",
        "DNS 验证不能用于 {count}"
    )
}

fn vendor_rule(lang: Lang, one: &str, rule: VendorRule) -> String {
    let one = name(one);
    match rule {
        VendorRule::Fails => say!(
            lang,
            "Orders for {one} fail at one vendor",
            "在某一家服务商，{one} 的订单会失败"
        ),
        VendorRule::NotBound => say!(
            lang,
            "One vendor does not take {one}",
            "某一家服务商不接受 {one}"
        ),
    }
}

fn private_address(lang: Lang, one: &str, range: AddressRange) -> String {
    let one = name(one);
    let kind = address_kind(lang, range);
    say!(lang, "{one} is {kind}", "{one} 是{kind}")
}

/// What kind of address no public CA certifies, as it stands in a sentence.
fn address_kind(lang: Lang, range: AddressRange) -> &'static str {
    match range {
        AddressRange::Private | AddressRange::Metadata | AddressRange::Public => {
            lang.pick("a private address", "私有地址")
        }
        AddressRange::Loopback => lang.pick("the address of the computer itself", "本机地址"),
        AddressRange::LinkLocal => lang.pick("an address of one network segment", "本网段地址"),
        AddressRange::Multicast => lang.pick("an address of many computers", "多播地址"),
        AddressRange::Reserved => lang.pick("a reserved address", "保留地址"),
        AddressRange::Unspecified => lang.pick("no address of a server", "不属于任何服务器的地址"),
    }
}

fn over_limit(lang: Lang, limit: &str, allowed: usize) -> String {
    match limit {
        "names" => {
            let most = whole(allowed as u64);
            say!(
                lang,
                "More than {most} names, the rest was not read",
                "域名超过 {most} 个，其余没有读取"
            )
        }
        _ => {
            let most = size(allowed as u64);
            say!(
                lang,
                "The text is longer than {most}, the rest was not read",
                "文字超过 {most}，其余没有读取"
            )
        }
    }
}

fn why(lang: Lang, fact: &NameFact) -> String {
    let fixed = match fact {
        NameFact::AddressesNotByDns { .. } => lang.pick(
            "A CA proves control of an address by a file or a connection to it; there is no record to set.",
            "CA 通过文件或连接来确认对 IP 地址的控制权，没有可以添加的解析记录。",
        ),
        NameFact::AddressFewCas { .. } => lang.pick(
            "Several public CAs do, some only for a few days or with organisation validation. In one vendor’s table of 2024 only TrustAsia OV carries an address.",
            "有些公共 CA 会颁发，部分只有几天有效期或要求 OV。按某一家服务商 2024 年的表，只有 TrustAsia OV 可以包含 IP 地址。",
        ),
        NameFact::AddressPrivate { .. } => lang.pick(
            "Many networks use it, so nobody can prove that it is theirs. A public CA refuses the whole order.",
            "许多网络都可能使用它，谁也无法证明归自己所有。公共 CA 会拒绝整个订单。",
        ),
        NameFact::Covered { .. } => lang.pick(
            "Leaving it out changes nothing for visitors, and some CAs charge for every name.",
            "去掉它对访问者没有影响，而有些 CA 按域名数量收费。",
        ),
        NameFact::Duplicate { .. } => lang.pick(
            "A certificate carries a name once; upper and lower case do not matter.",
            "同一个域名在证书里只写一次，大小写没有区别。",
        ),
        NameFact::DnsOnly { .. } => lang.pick(
            "File validation has not been allowed for wildcards since 1 Dec 2021.",
            "自 2021 年 12 月 1 日起，通配符域名不允许使用文件验证。",
        ),
        NameFact::FilterWord { is_whole: true, .. } => lang.pick(
            "Filters against phishing hold back DV orders with such words, or a person looks at them first. The word is among one vendor’s examples of 2024, no rule of every CA.",
            "反钓鱼过滤会拦下含有此类词的 DV 订单，或转为人工审核。这个词出自某一家服务商 2024 年的示例，不是所有 CA 的规则。",
        ),
        NameFact::FilterWord { is_whole: false, .. } => lang.pick(
            "It stands inside a longer word, where most filters let it pass. The word is among one vendor’s examples of 2024.",
            "它只是一个更长单词的一部分，多数过滤器会放行。这个词出自某一家服务商 2024 年的示例。",
        ),
        NameFact::Internal { ending, .. } => return internal_why(lang, ending),
        NameFact::ListLimit { .. } => lang.pick(
            "No CA takes that many names into one certificate; most stop at 100 to 250.",
            "没有 CA 会在一个证书里接受这么多域名，多数上限为 100 到 250 个。",
        ),
        NameFact::Long { .. } => lang.pick(
            "The name can stand among the alternative names. As a common name it does not fit, and some vendors refuse the order.",
            "它可以写在使用者可选名称里，但不能作为通用名称，有些服务商会拒绝订单。",
        ),
        NameFact::Malformed { cause, .. } => return malformed(lang, *cause),
        NameFact::Onion { .. } => lang.pick(
            "Some public CAs issue for onion services of version 3. Control is proven by a file or by a signed request, since there is no DNS.",
            "有些公共 CA 会为第 3 版洋葱服务颁发证书。它没有 DNS，控制权通过文件或签名请求来证明。",
        ),
        NameFact::PublicSuffix { .. } => lang.pick(
            "Names are registered below it by different owners (public suffix list). No public CA issues for it.",
            "不同的所有者在它下面注册域名（公共后缀列表）。公共 CA 不会为它颁发证书。",
        ),
        NameFact::TwoLevels { .. } => lang.pick(
            "A * stands for exactly one label, and this name lies deeper. It needs a place of its own in the certificate.",
            "* 只代表一级，而这个域名层级更深。它需要在证书里单独列出。",
        ),
        NameFact::TopLevelUnknown { .. } => {
            let day = date(lang, LIST_DATE);
            return say!(
                lang,
                "There is no such ending in the public suffix list of {day}. A public CA refuses the name unless the ending is newer than that.",
                "公共后缀列表（{day}）里没有这个顶级域。除非它是之后新增的，否则公共 CA 会拒绝。"
            );
        }
        NameFact::VendorRule { rule: VendorRule::Fails, .. } => lang.pick(
            "Names below .pw fail there, as seen in 2024. Other CAs issue for them.",
            "据 2024 年的情况，.pw 下的域名在那里会失败。其他 CA 可以颁发。",
        ),
        NameFact::VendorRule { rule: VendorRule::NotBound, .. } => lang.pick(
            "Names below .ru cannot be bound to an order there, as seen in 2024. Other CAs issue for them.",
            "据 2024 年的情况，.ru 下的域名在那里不能绑定到订单。其他 CA 可以颁发。",
        ),
        NameFact::WildcardMisplaced { cause, .. } => wildcard(lang, *cause),
    };
    fixed.to_owned()
}

fn internal_why(lang: Lang, ending: &str) -> String {
    if ending.is_empty() {
        return lang
            .pick(
                "It has a single label, so it means another computer in every network. Public CAs have not issued for such names since 2015.",
                "它只有一级，在每个网络里指向不同的计算机。公共 CA 自 2015 年起不再为此类名称颁发证书。",
            )
            .to_owned();
    }
    let ending = name(ending);
    say!(
        lang,
        "Nobody owns names below .{ending} on the Internet, so no public CA may issue for it.",
        "在互联网上，.{ending} 下的名称不归任何人所有，公共 CA 不能为它颁发证书。"
    )
}

/// Why a name cannot stand in a certificate.
fn malformed(lang: Lang, cause: NameFault) -> String {
    let fixed = match cause {
        NameFault::Character(char) => {
            let mut buffer = [0; 4];
            let char = name(char.encode_utf8(&mut buffer)).into_owned();
            return say!(
                lang,
                "The character “{char}” has no place in a host name.",
                "主机名里不能有字符“{char}”。"
            );
        }
        NameFault::ALabel => lang.pick(
            "A label begins with xn-- and stands for no international name.",
            "有一级以 xn-- 开头，但不对应任何国际化域名。",
        ),
        NameFault::AddressRange => lang.pick(
            "It is a whole network, and a certificate names single addresses.",
            "它是整个网段，而证书只能写单个地址。",
        ),
        NameFault::EmptyLabel => lang.pick(
            "Nothing stands between two of its dots, or before the first.",
            "两个点之间或第一个点之前没有内容。",
        ),
        NameFault::HyphenAtEnd => lang.pick(
            "A label begins or ends with a hyphen.",
            "有一级以连字符开头或结尾。",
        ),
        NameFault::HyphensReserved => lang.pick(
            "Two hyphens as third and fourth character are kept for international names that begin with xn--.",
            "第三、四个字符都是连字符的写法，只保留给以 xn-- 开头的国际化域名。",
        ),
        NameFault::International => lang.pick(
            "It has characters that international names may not have, or not in this order.",
            "它含有国际化域名不允许的字符，或字符的组合不被允许。",
        ),
        NameFault::LabelTooLong => lang.pick(
            "A label is longer than 63 characters.",
            "有一级超过 63 个字符。",
        ),
        NameFault::NameTooLong => lang.pick(
            "It is longer than 253 characters.",
            "它超过 253 个字符。",
        ),
        NameFault::NumericEnding => lang.pick(
            "It ends in a number, so programs take it for an IP address, which it is not.",
            "它以数字结尾，程序会把它当作 IP 地址，但它不是。",
        ),
        NameFault::TooManyLabels => lang.pick(
            "It has more than 127 labels.",
            "它超过 127 级。",
        ),
        NameFault::Underscore => lang.pick(
            "Underscores are no part of host names; public CAs have refused them since 2019.",
            "主机名里不能有下划线；公共 CA 自 2019 年起拒绝。",
        ),
    };
    fixed.to_owned()
}

/// What is wrong with a `*`.
fn wildcard(lang: Lang, cause: WildcardFault) -> &'static str {
    match cause {
        WildcardFault::Address => lang.pick(
            "There are no wildcards for IP addresses.",
            "IP 地址没有通配符。",
        ),
        WildcardFault::Alone => lang.pick("A * needs a domain behind it.", "* 后面需要有域名。"),
        WildcardFault::NotLeftmost => lang.pick(
            "The * may only stand at the very left.",
            "* 只能放在最左边。",
        ),
        WildcardFault::PartOfLabel => lang.pick(
            "The * has to be the whole left-most label.",
            "* 必须单独占据最左边的一级。",
        ),
        WildcardFault::Several => lang.pick(
            "Only one * is possible, and it covers one level.",
            "只能有一个 *，它只覆盖一级。",
        ),
    }
}
