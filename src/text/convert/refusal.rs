//! Why a conversion was not done: what happened, why, what to do. Nothing was written.

use super::lost;
use crate::core::convert::{Format, Refusal};
use crate::core::x509::public_key::KeyInfo;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::{counted, shortened, whole};
use crate::text::problem::Problem;

/// Names told in full.
const NAMES: usize = 4;

/// The words of a refusal.
pub fn explain(lang: Lang, refusal: &Refusal) -> Problem {
    match refusal {
        Refusal::NothingHere => nothing_here(lang),
        Refusal::NoKey { certificates } => no_key(lang, certificates),
        Refusal::KeyFitsNothing { keys, certificates } => fits_nothing(lang, keys, certificates),
        Refusal::StillLocked { files } => still_locked(lang, files.len()),
        Refusal::SeveralLeaves { titles, can_hold } => several_leaves(lang, titles, *can_hold),
        Refusal::SeveralKeys { keys } => several_keys(lang, keys),
        Refusal::NoSuchLeaf => no_such_leaf(lang),
        Refusal::AliasCollision { alias } => alias_collision(lang, alias),
        Refusal::NoSuchForm { format, key } => no_such_form(lang, *format, key.as_ref()),
        Refusal::NoEncryption { format } => no_encryption(lang, *format),
        Refusal::NoHostName => no_host_name(lang),
        Refusal::PasswordMissing => password_missing(lang),
        Refusal::Rounds { asked, most } => rounds(lang, *asked, *most),
        Refusal::Unrepresentable { what } => unrepresentable(lang, what),
        Refusal::NoRandom => no_random(lang),
    }
}

fn problem(happened: impl Into<String>, why: impl Into<String>, remedies: &[&str]) -> Problem {
    Problem {
        happened: happened.into(),
        causes: vec![why.into()],
        remedies: remedies.iter().map(|remedy| (*remedy).to_owned()).collect(),
        raw: None,
    }
}

fn listed(lang: Lang, names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| short(name)).collect();
    shortened(lang, &names, NAMES)
}

fn kinds(lang: Lang, keys: &[KeyInfo]) -> String {
    let names: Vec<String> = keys.iter().map(crate::text::key::name).collect();
    shortened(lang, &names, NAMES)
}

fn nothing_here(lang: Lang) -> Problem {
    problem(
        lang.pick("There is nothing to convert here", "这里没有可以转换的内容"),
        lang.pick(
            "Neither a certificate nor a private key was found in what was opened.",
            "打开的内容里既没有证书，也没有私钥。",
        ),
        &[lang.pick(
            "Open the file or folder that holds the certificate, and the one with its key.",
            "打开含有证书的文件或文件夹，以及含有私钥的那个。",
        )],
    )
}

fn no_key(lang: Lang, certificates: &[String]) -> Problem {
    let names = listed(lang, certificates);
    problem(
        lang.pick("The private key is missing", "缺少私钥"),
        say!(
            lang,
            "Certificates were found without their keys: {names}. This form needs the key.",
            "找到了证书，但没有对应的私钥：{names}。这种格式需要私钥。"
        ),
        &[
            lang.pick(
                "Add the key file that was made together with the CSR.",
                "添加与 CSR 一同生成的私钥文件。",
            ),
            lang.pick(
                "For the certificates alone, choose PEM, DER or P7B.",
                "如果只需要证书，选择 PEM、DER 或 P7B。",
            ),
        ],
    )
}

fn fits_nothing(lang: Lang, keys: &[KeyInfo], certificates: &[String]) -> Problem {
    let (count, kinds) = (keys.len(), kinds(lang, keys));
    let names = listed(lang, certificates);
    let happened = match (lang, count) {
        (Lang::En, 1) => "The private key fits none of the certificates".to_owned(),
        (Lang::En, _) => format!("None of the {count} private keys fits a certificate"),
        (Lang::Zh, 1) => "私钥与任何证书都不匹配".to_owned(),
        (Lang::Zh, _) => format!("{count} 个私钥与任何证书都不匹配"),
    };
    let why = if certificates.is_empty() {
        say!(
            lang,
            "Keys here: {kinds}. No server certificate was found that could belong to them.",
            "这里的私钥：{kinds}。没有找到可能与之匹配的服务器证书。"
        )
    } else {
        say!(
            lang,
            "Tried: {kinds} on {names}. The public half of each key differs from the one in each certificate; a server would refuse such a pair.",
            "已尝试：用 {kinds} 与 {names} 配对。私钥对应的公钥与证书里的都不同；服务器会拒绝这样的一对。"
        )
    };
    problem(
        happened,
        why,
        &[
            lang.pick(
                "Add the key of this order: it was made together with the CSR from which the certificate was issued.",
                "添加这个订单的私钥：它与签发证书所用的 CSR 一同生成。",
            ),
            lang.pick(
                "If that key is lost, have the certificate reissued for a new key.",
                "如果那个私钥已丢失，用新的私钥申请重颁发。",
            ),
        ],
    )
}

fn still_locked(lang: Lang, count: usize) -> Problem {
    let files = counted(
        lang,
        count,
        ("file is still locked", "files are still locked"),
        "个文件尚未打开",
    );
    problem(
        lang.pick(
            "The private key may be in a file that is still locked",
            "私钥可能在尚未打开的文件里",
        ),
        say!(
            lang,
            "{files}. No key that could be opened fits a certificate.",
            "{files}。已打开的内容里没有与证书匹配的私钥。"
        ),
        &[
            lang.pick(
                "Give its password. On the command line: --password-file or --password-stdin.",
                "提供密码。命令行上使用 --password-file 或 --password-stdin。",
            ),
            lost::elsewhere(lang),
            lost::reissue(lang),
            lost::apply_again(lang),
        ],
    )
}

fn several_leaves(lang: Lang, titles: &[String], can_hold: bool) -> Problem {
    let (count, names) = (titles.len(), listed(lang, titles));
    let happened = say!(
        lang,
        "{count} certificates are here, and it is not said which one is meant",
        "这里有 {count} 个证书，没有说明要用哪一个"
    );
    let select = lang.pick(
        "Choose one by its name, or by the beginning of its fingerprint. On the command line: --select NAME.",
        "按名称或指纹的开头选择一个。命令行上使用 --select NAME。",
    );
    if !can_hold {
        let why = say!(
            lang,
            "They are {names}. This form holds one.",
            "它们是：{names}。这种格式只能容纳一个。"
        );
        return problem(happened, why, &[select]);
    }
    let why = say!(
        lang,
        "They are {names}. This form could hold all of them, but most programs then take the first one.",
        "它们是：{names}。这种格式可以全部容纳，但多数程序只取第一个。"
    );
    let all = lang.pick(
        "To put all of them into one file: --all.",
        "要全部放进一个文件，使用 --all。",
    );
    problem(happened, why, &[select, all])
}

fn several_keys(lang: Lang, keys: &[KeyInfo]) -> Problem {
    let (count, kinds) = (keys.len(), kinds(lang, keys));
    problem(
        say!(
            lang,
            "{count} private keys are here, and this form holds one",
            "这里有 {count} 个私钥，而这种格式只能容纳一个"
        ),
        say!(lang, "They are {kinds}.", "它们是：{kinds}。"),
        &[
            lang.pick(
                "Open only the file with the key that is meant.",
                "只打开含有所需私钥的那个文件。",
            ),
            lang.pick(
                "Or choose the certificate it belongs to. On the command line: --select NAME.",
                "或选择它所属的证书。命令行上使用 --select NAME。",
            ),
        ],
    )
}

fn no_such_leaf(lang: Lang) -> Problem {
    problem(
        lang.pick(
            "The chosen certificate is not among what was opened",
            "打开的内容里没有所选的证书",
        ),
        lang.pick(
            "Certificates are chosen by one of their names, or by the beginning of their SHA-256 fingerprint.",
            "证书按其中一个名称，或按 SHA-256 指纹的开头来选择。",
        ),
        &[lang.pick(
            "Look at what is there: certwright-cli inspect lists names and fingerprints.",
            "查看里面有什么：certwright-cli inspect 会列出名称和指纹。",
        )],
    )
}

fn alias_collision(lang: Lang, alias: &str) -> Problem {
    let alias = short(alias);
    problem(
        say!(
            lang,
            "Two entries would have the alias “{alias}”",
            "两个条目会使用同一个别名“{alias}”"
        ),
        lang.pick(
            "Java keeps aliases in lower case and finds entries by them; the second entry would replace the first.",
            "Java 以小写保存别名，并按别名查找条目；第二个条目会覆盖第一个。",
        ),
        &[lang.pick(
            "Convert them one at a time into files of their own, each with its own name.",
            "逐个转换成各自的文件，每个使用自己的名称。",
        )],
    )
}

fn no_such_form(lang: Lang, format: Format, key: Option<&KeyInfo>) -> Problem {
    let form = super::target::short(format);
    let happened = match key.map(crate::text::key::name) {
        Some(kind) => say!(
            lang,
            "A key of the kind {kind} has no {form} form",
            "{kind} 类型的私钥没有 {form} 格式"
        ),
        None => say!(
            lang,
            "This key has no {form} form",
            "这个私钥没有 {form} 格式"
        ),
    };
    problem(
        happened,
        lang.pick(
            "PKCS#1 is for RSA keys, SEC1 for keys on elliptic curves.",
            "PKCS#1 用于 RSA 私钥，SEC1 用于椭圆曲线私钥。",
        ),
        &[lang.pick(
            "Choose PKCS#8, which takes every kind of key.",
            "选择 PKCS#8，它适用于各种私钥。",
        )],
    )
}

fn no_encryption(lang: Lang, format: Format) -> Problem {
    let form = super::target::short(format);
    problem(
        say!(
            lang,
            "{form} has no encryption of its own",
            "{form} 本身没有加密"
        ),
        lang.pick(
            "The old scheme around it rests on MD5 with a single round, which protects nothing today.",
            "围绕它的旧方案使用一轮 MD5，以今天的标准起不到保护作用。",
        ),
        &[
            lang.pick(
                "Choose PKCS#8 for a key with a password.",
                "需要带密码的私钥时，选择 PKCS#8。",
            ),
            lang.pick(
                "Or leave the password out; the file is then readable for you alone.",
                "或者不设密码；文件将只有您能读取。",
            ),
        ],
    )
}

fn no_host_name(lang: Lang) -> Problem {
    problem(
        lang.pick("The certificate has no host name", "证书里没有主机名"),
        lang.pick(
            "The IIS central certificate store looks for one file per host name, and none of the names of this certificate is one.",
            "IIS 集中式证书存储为每个主机名查找一个文件，而这个证书的名称都不是主机名。",
        ),
        &[lang.pick(
            "Choose a Windows Server as the target and import the PFX there.",
            "把目标改为 Windows Server，在那里导入 PFX。",
        )],
    )
}

fn password_missing(lang: Lang) -> Problem {
    problem(
        lang.pick("A password for the result is needed", "需要为结果设置密码"),
        lang.pick(
            "A keystore is protected with a password, and none was given.",
            "密钥库用密码保护，但没有给出密码。",
        ),
        &[
            lang.pick(
                "Give one. On the command line: --out-password-file FILE.",
                "提供一个密码。命令行上使用 --out-password-file FILE。",
            ),
            lang.pick(
                "Have one made: --generate-password writes it to keystorePass.txt beside the result.",
                "自动生成：--generate-password 会把密码写入结果旁边的 keystorePass.txt。",
            ),
        ],
    )
}

fn rounds(lang: Lang, asked: u64, most: u64) -> Problem {
    let (asked, most) = (whole(asked), whole(most));
    problem(
        say!(
            lang,
            "{asked} rounds of key derivation are not possible",
            "密钥派生不能使用 {asked} 轮"
        ),
        say!(
            lang,
            "At least one is needed, and above {most} other programs refuse the file or take minutes to open it.",
            "至少需要一轮；超过 {most} 轮时，其他程序会拒绝此文件，或需要几分钟才能打开。"
        ),
        &[lang.pick(
            "Leave the number out for what the target expects: 2048 for old ones, 10,000 otherwise.",
            "不指定轮数，即按目标的惯例：旧目标 2048 轮，其他 10,000 轮。",
        )],
    )
}

fn no_random(lang: Lang) -> Problem {
    problem(
        lang.pick("The system gave no random bytes", "系统没有提供随机数"),
        lang.pick(
            "Without them nothing can be encrypted safely, so nothing was written.",
            "没有随机数就无法安全加密，所以没有写入任何文件。",
        ),
        &[lang.pick(
            "Try again; if it stays so, restart this computer.",
            "再试一次；如果仍然如此，重新启动这台计算机。",
        )],
    )
}

fn unrepresentable(lang: Lang, what: &str) -> Problem {
    let mut problem = problem(
        lang.pick(
            "The form has no place for something in it",
            "目标格式无法容纳其中的某项内容",
        ),
        lang.pick(
            "The key or a name is of a kind that files of this form cannot hold.",
            "私钥或某个名称的类型无法写入这种格式的文件。",
        ),
        &[lang.pick(
            "Choose another form: PFX and PEM hold the most kinds of keys.",
            "选择其他格式：PFX 和 PEM 能容纳的私钥类型最多。",
        )],
    );
    problem.raw = Some(short(what).into_owned());
    problem
}
