//! The catalogue of files, archives, keys and keystores.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    ArchiveEntrySkipped {
        "An entry of an archive was left out",
        "Unpack the archive with its own program and open the folder, or ask for a clean archive.";
        "压缩包里有条目被跳过",
        "用制作压缩包的程序解压后打开文件夹，或索取正常的压缩包。"
    }
    ArchiveLimitReached {
        "A limit against hostile files was reached",
        "Open only the files that matter. If they come from somebody you do not know, do not unpack them.";
        "达到针对恶意文件的上限",
        "只打开需要的文件。如果文件来源不明，不要解压。"
    }
    ContainersDisagree {
        "Files of one order hold different certificates",
        "Keep the files with the newest certificate and make the other formats again from them.";
        "同一订单的文件里证书不一致",
        "保留含有最新证书的文件，并用它们重新制作其他格式。"
    }
    ExtensionLies {
        "The file’s extension does not fit its content",
        "Rename the file so that the extension fits.";
        "扩展名与内容不符",
        "重命名文件，使扩展名与内容一致。"
    }
    FileNotUnderstood {
        "The file was not understood or not opened",
        "Check that this is the file you meant; download it again, or export it as PEM, PFX or P7B with the program that made it.";
        "文件无法识别或未打开",
        "确认这就是要打开的文件；重新下载，或用生成它的程序导出为 PEM、PFX 或 P7B。"
    }
    FileUnreadable {
        "The file could not be read",
        "Check that the file exists and that you may read it, or copy it to another folder.";
        "文件无法读取",
        "确认文件存在并且有读取权限，或把它复制到别的文件夹。"
    }
    IssuerDownloadFailed {
        "The issuer could not be downloaded",
        "Download the intermediate from the CA’s own page and add it here, or try again later.";
        "颁发者证书下载失败",
        "从 CA 自己的页面下载中间证书并添加到这里，或稍后重试。"
    }
    IssuerDownloadRefused {
        "The issuer’s address is not opened",
        "If it is a server of your own network, confirm the address and ask again. Otherwise download the intermediate from the CA’s own page and add it here.";
        "颁发者证书的地址未打开",
        "如果是您自己网络里的服务器，确认地址后重试。否则从 CA 自己的页面下载中间证书并添加到这里。"
    }
    KeyCipherUnsupported {
        "The private key uses a cipher that is not read here",
        "Convert it where it still opens: openssl pkcs8 -topk8 -in old.key -out new.key";
        "私钥的加密算法在这里读不了",
        "在能打开它的地方转换：openssl pkcs8 -topk8 -in old.key -out new.key"
    }
    KeyEncrypted {
        "The private key needs a password",
        "Enter the password that was set when the key was made or the certificate was ordered.";
        "私钥需要密码",
        "输入生成私钥或申请证书时设置的密码。"
    }
    KeyMismatch {
        "Key and certificate, or request and certificate, do not fit",
        "Find the key that was made for this certificate, or have the certificate reissued with a new CSR.";
        "私钥或 CSR 与证书不匹配",
        "找到为这个证书生成的私钥，或用新的 CSR 重颁发证书。"
    }
    KeyMissing {
        "The private key is missing",
        "Add the key file. If it is lost it cannot be recovered: have the certificate reissued with a new key.";
        "缺少私钥",
        "添加私钥文件。丢失的私钥无法恢复：用新密钥重颁发证书。"
    }
    KeyNotChecked {
        "The private key could not be proven",
        "Test it on the server, or with openssl, before you rely on it.";
        "私钥无法验证",
        "使用前在服务器上或用 openssl 测试。"
    }
    KeyPasswordWrong {
        "The password does not open the private key",
        "Enter the password that was set when the certificate was ordered. A lost password cannot be recovered: have the certificate reissued, or apply again.";
        "密码打不开私钥",
        "输入申请证书时设置的密码。忘记的密码无法恢复：重颁发证书，或重新申请。"
    }
    KeystoreAccountNeeded {
        "The PFX file is locked to Windows accounts",
        "Import it on a computer of that domain, signed in as one of the accounts, and export it again with a password. If a password was set in addition, enter it.";
        "PFX 文件绑定到 Windows 账户",
        "在该域的计算机上用其中一个账户登录并导入，再带密码导出。如果导出时另外设置了密码，输入它。"
    }
    KeystoreAliasCollision {
        "Two entries of the keystore would have one alias",
        "Make a keystore for each certificate, or give each its own name: Java finds entries by alias, in lower case.";
        "密钥库中的两个条目会使用同一个别名",
        "为每个证书单独制作密钥库，或各取不同的名称：Java 按小写别名查找条目。"
    }
    KeystoreChecksumWrong {
        "The checksum of the keystore does not stand for its content",
        "Make the file anew from the PEM files, or export it again where it came from. Use nothing of this copy before you know who changed it.";
        "密钥库的完整性校验与内容不符",
        "用 PEM 文件重新制作，或在来源处重新导出。弄清改动原因之前，不要使用这份文件。"
    }
    KeystoreCipherUnsupported {
        "The keystore uses a cipher that is not read here",
        "Export it again with a common cipher, AES-256 or TripleDES, where it still opens.";
        "密钥库的加密算法在这里读不了",
        "在能打开它的地方用常见算法（AES-256 或 TripleDES）重新导出。"
    }
    KeystoreEntryNotShown {
        "Entries of a keystore are not shown",
        "Nothing to do for TLS; keytool -list shows them.";
        "密钥库里有条目未显示",
        "与 TLS 无关，不必处理；keytool -list 可以列出它们。"
    }
    KeystoreNoMac {
        "The PFX file carries no checksum",
        "Export it again with a password before you import it on Windows.";
        "PFX 文件没有完整性校验（MAC）",
        "在 Windows 上导入之前，带密码重新导出一次。"
    }
    KeystorePasswordNeeded {
        "The keystore needs a password",
        "Enter the password. It is often in a text file beside the keystore, such as keystorePass.txt, or was set when the certificate was ordered.";
        "密钥库需要密码",
        "输入密码。密码常在密钥库旁边的文本文件里，例如 keystorePass.txt，或在申请证书时设置。"
    }
    KeystorePasswordWrong {
        "The password does not open the keystore",
        "Enter the right password, or make a new keystore from the PEM files. A lost password cannot be recovered.";
        "密码打不开密钥库",
        "输入正确的密码，或用 PEM 文件重新制作密钥库。忘记的密码无法恢复。"
    }
    KeystoreTargetCannotRead {
        "The file cannot be read where it is meant for",
        "Make it again for that target and leave protection, format and password to what it expects.";
        "目标读不了这个文件",
        "针对该目标重新转换，保护方式、格式和密码都按它的要求。"
    }
    PasswordFileAbsent {
        "There is no password file because a password was chosen",
        "Enter the password that was chosen when ordering.";
        "因为设置了密码，所以没有密码文件",
        "输入下单时设置的密码。"
    }
    PemArmourRepaired {
        "A PEM header is disfigured",
        "Save the block again from Certwright, or copy it anew from the original download.";
        "PEM 的 BEGIN 或 END 标记被改坏",
        "从 Certwright 重新保存，或从原始下载文件重新复制。"
    }
    PemLabelWrong {
        "A PEM label does not fit its content",
        "Save the block again from Certwright, or correct the words after BEGIN and END.";
        "PEM 标签与内容不符",
        "从 Certwright 重新保存，或改正 BEGIN 和 END 后面的文字。"
    }
    TextBom {
        "The text begins with a byte order mark",
        "Save the file as UTF-8 without BOM, or save the certificate again from Certwright.";
        "文本开头有字节顺序标记（BOM）",
        "把文件另存为无 BOM 的 UTF-8，或从 Certwright 重新保存证书。"
    }
    TextExtraLines {
        "There is other text around the PEM blocks",
        "Nothing to do; delete those lines if a device refuses the file.";
        "PEM 块之外有其他文本",
        "不必处理；如果设备拒绝这个文件，就删除这些行。"
    }
    TextUtf16 {
        "The text is saved as UTF-16",
        "Save the file as UTF-8 without BOM, or save the certificate again from Certwright.";
        "文本保存成了 UTF-16 编码",
        "把文件另存为无 BOM 的 UTF-8，或从 Certwright 重新保存证书。"
    }
}
