//! What a new request does not take over from an older one.

use crate::core::csr::start::Dropped;
use crate::text::Lang;
use crate::text::number::{counted, shortened};
use crate::text::x509::extension_name;

/// One sentence.
pub fn dropped(lang: Lang, dropped: &Dropped) -> String {
    match dropped {
        Dropped::Challenge => lang
            .pick(
                "The challenge password is left out; it would stand in the CSR in clear.",
                "未沿用质询密码；它会以明文写在 CSR 里。",
            )
            .to_owned(),
        Dropped::ClientAuth => lang
            .pick(
                "Client authentication is left out: since May 2026 public CAs no longer issue it in server certificates.",
                "未沿用客户端身份验证：从 2026 年 5 月起，公共 CA 不再在服务器证书里签发它。",
            )
            .to_owned(),
        Dropped::Extensions(oids) => {
            let names: Vec<_> = oids
                .iter()
                .map(|oid| extension_name(lang, oid))
                .collect();
            let names = shortened(lang, &names, 4);
            say!(
                lang,
                "The CA writes these by itself: {names}.",
                "以下内容由 CA 自行写入：{names}。"
            )
        }
        Dropped::JoinedNames => lang
            .pick(
                "Fields of the subject that were joined are fields of their own now.",
                "使用者里合并在一起的字段，现在各自成为单独的字段。",
            )
            .to_owned(),
        Dropped::Names(count) => {
            let names = counted(lang, *count, ("name", "names"), "个名称");
            say!(
                lang,
                "Left out because of their unusual kind: {names}.",
                "因类型特殊而未沿用：{names}。"
            )
        }
    }
}
