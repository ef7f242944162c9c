//! Words of facts about the entries of http.sys, the table that holds the certificates.

use super::{Words, computed, general, name, site, spot, usual};
use crate::core::finding::{AtBinding, IisFact};
use crate::text::Lang;
use crate::text::number::counted;
use crate::text::prose::sentences;

pub(super) fn words(lang: Lang, fact: &IisFact) -> Words {
    match fact {
        IisFact::SniWithoutEntry { at, host, instead } => {
            sni_alone(lang, at, host, instead.as_deref())
        }
        IisFact::EntryMissing { at } => missing(lang, at, usual(lang, fact)),
        IisFact::EntryOverrules {
            at,
            entry,
            thumbprint,
            bindings,
        } => overrules(lang, at, entry, thumbprint.as_deref(), *bindings),
        IisFact::EntryOrphan { entry, thumbprint } => orphan(lang, entry, thumbprint.as_deref()),
        IisFact::CentralStoreWithoutEntry { at, port } => central(lang, at, *port),
        other => general(lang, other),
    }
}

fn sni_alone(lang: Lang, at: &AtBinding, host: &str, instead: Option<&str>) -> Words {
    let (site, host) = (site(at), name(host));
    let result = match instead.map(name) {
        Some(entry) => say!(
            lang,
            "Who asks for the host gets the certificate of the entry {entry} in its place.",
            "访问该主机名时得到的是条目 {entry} 的证书。"
        ),
        None => lang
            .pick(
                "No other entry answers on the port, so the handshake breaks off without an alert.",
                "该端口没有其他条目应答，所以握手会直接中断，没有任何提示。",
            )
            .to_owned(),
    };
    let why = sentences(
        lang,
        &[
            lang.pick(
                "Configuration and http.sys are two tables. The flag in the configuration only says that SNI is wanted; the certificate for the host stands in an entry of http.sys, which is not there.",
                "配置文件和 http.sys 是两张表。配置里的标志只表示需要 SNI；该主机名的证书在 http.sys 的条目里，而这个条目不存在。",
            ),
            &result,
            computed(lang),
        ],
    );
    Words::new(
        say!(
            lang,
            "“{host}” in “{site}” has SNI, but http.sys has no entry for it",
            "“{site}”的“{host}”启用了 SNI，但 http.sys 没有它的条目"
        ),
        why,
        lang.pick(
            "Add the entry, from here or with netsh http add sslcert hostnameport=HOST:443 certhash=THUMBPRINT appid={4dc3e181-e14b-4a21-b022-59fc669b0914} certstorename=MY. Choosing the certificate again in IIS Manager (site, Bindings…, Edit) does the same.",
            "在这里添加条目，或使用 netsh http add sslcert hostnameport=HOST:443 certhash=THUMBPRINT appid={4dc3e181-e14b-4a21-b022-59fc669b0914} certstorename=MY。在 IIS 管理器中重新选择证书（网站，“绑定…”，“编辑”）效果相同。",
        ),
    )
}

fn missing(lang: Lang, at: &AtBinding, remedy: &str) -> Words {
    let (site, spot) = (site(at), spot(&at.binding));
    let why = sentences(
        lang,
        &[
            lang.pick(
                "The configuration says https, but http.sys has no entry for this address and port. Every handshake breaks off, and browsers show a reset connection instead of a warning.",
                "配置写的是 https，但 http.sys 没有该地址和端口的条目。每次握手都会中断，浏览器显示连接被重置，而不是证书警告。",
            ),
            computed(lang),
        ],
    );
    Words::new(
        say!(
            lang,
            "“{site}” has no certificate on {spot}",
            "“{site}”在 {spot} 上没有证书"
        ),
        why,
        remedy,
    )
}

fn overrules(
    lang: Lang,
    at: &AtBinding,
    entry: &str,
    thumbprint: Option<&str>,
    bindings: usize,
) -> Words {
    let (site, shown) = (site(at), name(entry));
    let others = bindings.saturating_sub(1);
    let more = counted(
        lang,
        others,
        ("further binding", "further bindings"),
        "个其他绑定",
    );
    let message = match others {
        0 => say!(
            lang,
            "The entry {shown} answers before “{site}”",
            "条目 {shown} 先于“{site}”应答"
        ),
        _ => say!(
            lang,
            "The entry {shown} answers before “{site}” and {more}",
            "条目 {shown} 先于“{site}”和 {more}应答"
        ),
    };
    let certificate = match thumbprint.map(name) {
        Some(thumbprint) => say!(
            lang,
            "It serves the certificate {thumbprint}.",
            "它提供的证书是 {thumbprint}。"
        ),
        None => lang
            .pick("It names no certificate.", "它没有写明证书。")
            .to_owned(),
    };
    let why = sentences(
        lang,
        &[
            lang.pick(
                "http.sys looks for the exact address and port first and for host names only then. No binding has that address, so the entry is left over or belongs to another program; whoever comes over that address gets its certificate, whatever name was asked for.",
                "http.sys 先查找完全相符的地址和端口，然后才看主机名。没有绑定使用该地址，所以这个条目是遗留的，或属于其他程序；从该地址访问的人，无论访问哪个名称，得到的都是它的证书。",
            ),
            &certificate,
            computed(lang),
        ],
    );
    Words::new(message, why, delete(lang, entry))
}

fn orphan(lang: Lang, entry: &str, thumbprint: Option<&str>) -> Words {
    let shown = name(entry);
    let message = match thumbprint.map(name) {
        Some(thumbprint) => say!(
            lang,
            "The entry {shown} with certificate {thumbprint} belongs to no binding",
            "条目 {shown}（证书 {thumbprint}）不属于任何绑定"
        ),
        None => say!(
            lang,
            "The entry {shown} belongs to no binding",
            "条目 {shown} 不属于任何绑定"
        ),
    };
    Words::new(
        message,
        lang.pick(
            "IIS registered it for a binding that was removed or changed since. It does no harm by itself, but it comes to life again with the next binding for that place, with the old certificate.",
            "它是 IIS 为某个后来被删除或更改的绑定登记的。它本身没有害处，但以后若有绑定使用该位置，就会带着旧证书重新生效。",
        ),
        delete(lang, entry),
    )
}

/// How an entry is removed.
fn delete(lang: Lang, entry: &str) -> String {
    let entry = name(entry);
    say!(
        lang,
        "If no other program uses it, remove it as administrator with netsh http delete sslcert {entry}. Note what netsh http show sslcert {entry} says before.",
        "如果没有其他程序使用，以管理员身份用 netsh http delete sslcert {entry} 删除。先记下 netsh http show sslcert {entry} 的输出。"
    )
}

fn central(lang: Lang, at: &AtBinding, port: u16) -> Words {
    let site = site(at);
    let why = sentences(
        lang,
        &[
            lang.pick(
                "The binding has no certificate of its own: for each name http.sys takes a file of the central store. For that it needs one entry for the port, which is not there, so the handshake breaks off or another entry answers.",
                "这个绑定没有自己的证书：http.sys 会为每个名称使用集中式证书存储中的文件。为此该端口需要一个条目，而它不存在，所以握手会中断，或由别的条目应答。",
            ),
            computed(lang),
        ],
    );
    Words::new(
        say!(
            lang,
            "“{site}” uses the central store, but http.sys does not ask it on port {port}",
            "“{site}”使用集中式证书存储，但 http.sys 在端口 {port} 上不会使用它"
        ),
        why,
        say!(
            lang,
            "Add the entry, from here or with netsh http add sslcert ccs={port} appid={{4dc3e181-e14b-4a21-b022-59fc669b0914}}. Check as well that the store is switched on: IIS Manager, server, Centralized Certificates.",
            "在这里添加条目，或使用 netsh http add sslcert ccs={port} appid={{4dc3e181-e14b-4a21-b022-59fc669b0914}}。同时确认集中式证书存储已启用：IIS 管理器，服务器，“集中式证书”。"
        ),
    )
}
