//! What long work is doing.

use super::Lang;
use super::number::whole;
use crate::core::progress::Stage;

/// The stage as a phrase.
pub fn stage(lang: Lang, stage: Stage) -> &'static str {
    match stage {
        Stage::ReadingFiles => lang.pick("Reading files", "正在读取文件"),
        Stage::ReadingArchives => lang.pick("Unpacking in memory", "正在内存中解压"),
        Stage::Recognising => lang.pick("Recognising files", "正在识别文件"),
        Stage::TryingPasswords => lang.pick("Trying passwords", "正在尝试密码"),
        Stage::DerivingKeys => {
            lang.pick("Deriving the key from the password", "正在由密码派生密钥")
        }
        Stage::Judging => lang.pick("Checking signatures and chains", "正在检查签名和证书链"),
        Stage::Downloading => lang.pick("Asking the servers", "正在联系服务器"),
        Stage::Writing => lang.pick("Writing the file", "正在写入文件"),
        Stage::GeneratingKey => lang.pick("Making the key", "正在生成密钥"),
        Stage::Diagnosing => lang.pick("Asking the servers", "正在询问服务器"),
        Stage::Watching => lang.pick("Waiting to look again", "等待再次查看"),
        Stage::Signing => lang.pick("Signing the request", "正在为 CSR 签名"),
    }
}

/// How far it is: `3 of 8`; empty while nothing is known.
pub fn count(lang: Lang, done: u64, total: u64) -> String {
    let (finished, all) = (whole(done), whole(total));
    match (done, total) {
        (0, 0) => String::new(),
        (_, 0) => finished,
        _ => say!(lang, "{finished} of {all}", "{finished} / {all}"),
    }
}
