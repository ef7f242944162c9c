//! Words of the verb `convert`: its help, its prompts, what was wrong about its arguments.

use crate::core::convert::{Format, Target};
use crate::text::Lang;
use crate::text::convert::target;

phrases! {
    about: "Turn a certificate and its key into what a server reads", "把证书和私钥转换成服务器能读取的文件";
    alias_help: "Alias in a Java keystore [default: the one it had, or its name]", "Java 密钥库中的别名 [默认：原有别名或证书名称]";
    all_help: "Take every certificate that has its key", "使用所有带私钥的证书";
    also_readable_by_help: "Let this account or group read the secret files too, such as the one the server runs under", "还允许此账户或组读取机密文件，例如运行服务器的账户";
    dry_run_help: "Say what would be made and write nothing", "只说明将生成什么，不写入文件";
    friendly_name_help: "Name that Windows lists [default: name and last day]", "Windows 中显示的名称 [默认：名称和到期日]";
    generate_password_help: "Make a password; it is written to keystorePass.txt beside the result and nowhere else", "生成密码；只写入结果旁边的 keystorePass.txt";
    include_root_help: "Put the root into the chain as well", "证书链中也包含根证书";
    input_help: "Files, folders or zip archives with the certificate, its key and its chain", "含有证书、私钥和证书链的文件、文件夹或 zip 压缩包";
    iterations_help: "Rounds of key derivation [default: 2048 for server-2016 and openssl1, 200000 for jceks, else 10000]", "密钥派生的轮数 [默认：server-2016 和 openssl1 为 2048，jceks 为 200000，其他为 10000]";
    key_password_file_help: "File with passwords of keys to try, one a line; may be given again", "含有待尝试私钥密码的文件，每行一个；可重复给出";
    layout_help: "Which PEM file holds what: nginx, apache, haproxy, separate, one [default: nginx]", "PEM 文件的分法：nginx、apache、haproxy、separate、one [默认：nginx]";
    machine_key_help: "Mark the key of a PFX as the machine’s rather than a user’s", "把 PFX 中的私钥标记为属于计算机而不是用户";
    old_tls_help: "Let the snippet allow TLS 1.0 and 1.1 too", "配置片段同时允许 TLS 1.0 和 1.1";
    out_help: "Where to: a folder, or a file whose name the files take", "输出位置：文件夹，或决定文件名的文件";
    out_key_password_file_help: "File with another password for the key, JKS and JCEKS only", "含有私钥另一个密码的文件，仅用于 JKS 和 JCEKS";
    out_password_file_help: "File with the password of the result on its first line; - is standard input", "首行为结果密码的文件；- 表示标准输入";
    protection_help: "Protection of a PFX: tripledes-sha1 or aes256-sha256 [default: what the target reads]", "PFX 的保护方式：tripledes-sha1 或 aes256-sha256 [默认：目标能读取的]";
    provider_help: "Microsoft’s provider mark of the key: keep, drop, or a provider’s name [default: keep, for Windows]", "私钥的 Microsoft 提供程序标记：keep（保留）、drop（去掉）或提供程序名称 [默认：面向 Windows 时保留]";
    replace_help: "Replace files that exist; the old ones are kept as copies with the time in their names", "替换已有的文件；原文件另存为名称带时间的副本";
    select_help: "Take the certificate of this name or fingerprint; may be given again", "使用此名称或指纹的证书；可重复给出";
    snippet_help: "Print the lines for a server’s configuration: nginx, apache, haproxy, tomcat, tomcat7, spring, iis", "输出服务器配置片段：nginx、apache、haproxy、tomcat、tomcat7、spring、iis";
    target_help: "Who has to read it: server-2016, server-2019, ccs, openssl, openssl1, java, java8, tomcat, macos", "由谁读取：server-2016、server-2019、ccs、openssl、openssl1、java、java8、tomcat、macos";
    to_help: "Form: pfx, jks, jceks, pem, der, p7b, pkcs8, pkcs1, sec1 [default: the target’s usual one]", "格式：pfx、jks、jceks、pem、der、p7b、pkcs8、pkcs1、sec1 [默认：目标常用的格式]";
    trust_store_help: "Put certificates only, as a list of whom to trust", "只放入证书，作为受信任列表";
    with_chain_help: "Put the intermediates in [default]", "包含中间证书 [默认]";
    without_chain_help: "Leave the intermediates out", "不包含中间证书";
    without_password_help: "No password: an empty one for a PFX, none for a key; whoever has the file has the key", "不设密码：PFX 使用空密码，私钥不加密；拿到文件就等于拿到私钥";
    write_password_file_help: "Write the password to keystorePass.txt beside the result", "把密码写入结果旁边的 keystorePass.txt";

    after: "A folder takes the files under their usual names. A file is written as named; where several files come out, they take its name: --out dir/shop.crt gives dir/shop.crt and dir/shop.key. Keys are written in DER when the name ends in .der or .pk8.\nWithout an option for the password of a keystore, it is asked for on a terminal. Keys in files of their own are encrypted only when a password is given.", "输出到文件夹时使用惯用的文件名。输出到文件时按所给名称写入；如果有多个文件，则沿用这个名称：--out dir/shop.crt 得到 dir/shop.crt 和 dir/shop.key。名称以 .der 或 .pk8 结尾时，私钥以 DER 写入。\n没有给出密钥库密码的选项时，会在终端上询问。单独成文件的私钥只在给出密码时加密。";
    ask_new: "Password for the result: ", "结果的密码：";
    ask_again: "The same password again: ", "再次输入密码：";
    ask_differs: "The two differ; once more.", "两次输入不一致，重新输入。";
    cancelled: "Stopped. Nothing was written.", "已停止。没有写入任何文件。";
    need_form_or_target: "Neither form nor target is given. Say for whom it is, such as --target server-2016, or which form, such as --to pfx.", "没有给出格式或目标。用 --target 指明由谁读取，例如 --target server-2016；或用 --to 指明格式，例如 --to pfx。";
    need_folder: "The central certificate store wants one file per host name, so --out has to be a folder that exists.", "集中式证书存储要求每个主机名一个文件，所以 --out 必须是已有的文件夹。";
    replace_remedy: "With --replace the new file takes its place, and the old one is kept as a copy.", "使用 --replace 会替换它，原有文件另存为副本。";
    one_stdin: "Standard input can be read once only: --password-stdin and --out-password-file - do not go together.", "标准输入只能读取一次：--password-stdin 和 --out-password-file - 不能同时使用。";
}

/// An option that has no meaning for a form.
pub fn no_use(lang: Lang, option: &str, format: Format) -> String {
    let form = target::short(format);
    say!(
        lang,
        "{option} has no meaning for {form}.",
        "{option} 对 {form} 没有意义。"
    )
}

/// A snippet that these files do not fit.
pub fn snippet_unfit(lang: Lang, server: &str, format: Format, made_for: Target) -> String {
    let (form, title) = (target::short(format), target::title(lang, made_for));
    say!(
        lang,
        "A snippet for {server} does not go with these files: {form} for “{title}”. It needs the private key and the fitting form. For nginx and Apache take --layout nginx or apache, for HAProxy --layout haproxy, for Tomcat and Spring Boot a Java target, for IIS a Windows Server.",
        "{server} 的配置片段与这些文件不配：面向“{title}”的 {form}。需要私钥和合适的格式。nginx 和 Apache 用 --layout nginx 或 apache，HAProxy 用 --layout haproxy，Tomcat 和 Spring Boot 用 Java 目标，IIS 用 Windows Server。"
    )
}

/// A sentence about one file.
pub fn about_file(lang: Lang, file: &str, sentence: &str) -> String {
    say!(lang, "{file}: {sentence}", "{file}：{sentence}")
}
