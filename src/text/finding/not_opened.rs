//! Files that are recognised and not opened: what each is and its own next step.

use super::Words;
use crate::core::finding::NotOpenedKind;
use crate::text::Lang;

macro_rules! kinds {
    ($($kind:ident { $en:literal, $en_why:literal, $en_step:literal; $zh:literal, $zh_why:literal, $zh_step:literal })*) => {
        pub(super) fn words(lang: Lang, kind: NotOpenedKind) -> Words {
            let (message, why, step) = match (lang, kind) {
                $((Lang::En, NotOpenedKind::$kind) => ($en, $en_why, $en_step),
                (Lang::Zh, NotOpenedKind::$kind) => ($zh, $zh_why, $zh_step),)*
            };
            Words::new(message, why, step)
        }
    };
}

kinds! {
    BouncyCastle {
        "This is a Bouncy Castle keystore (BKS, UBER or BCFKS)",
        "Only Java programs with the Bouncy Castle library open this format.",
        "Convert it with keytool: keytool -importkeystore -srcstoretype BKS -deststoretype PKCS12, with -providerpath naming the Bouncy Castle jar.";
        "这是 Bouncy Castle 密钥库（BKS、UBER 或 BCFKS）",
        "只有带 Bouncy Castle 库的 Java 程序能打开这种格式。",
        "用 keytool 转换：keytool -importkeystore -srcstoretype BKS -deststoretype PKCS12，并用 -providerpath 指定 Bouncy Castle 的 jar。"
    }
    Document {
        "This is a document",
        "It is a PDF or Office file. Certificates are not read out of documents.",
        "If a certificate is printed in it, copy the text from BEGIN CERTIFICATE to END CERTIFICATE and paste it here.";
        "这是一份文档",
        "它是 PDF 或 Office 文件。Certwright 不从文档里读取证书。",
        "如果里面印有证书，复制从 BEGIN CERTIFICATE 到 END CERTIFICATE 的文本，粘贴到这里。"
    }
    EncryptedZip {
        "The zip archive is encrypted",
        "Its entries need the archive’s own password, which is not the password of the certificate.",
        "Unpack it with its password and open the folder.";
        "这个 zip 压缩包已加密",
        "里面的条目需要压缩包自己的密码，它不是证书的密码。",
        "用密码解压，然后打开文件夹。"
    }
    Gzip {
        "This is a gzip file",
        "It holds one packed file, which is not unpacked here.",
        "Unpack it with gunzip or 7-Zip and open what comes out.";
        "这是 gzip 文件",
        "它包含一个压缩过的文件，这里不解压。",
        "用 gunzip 或 7-Zip 解压，然后打开得到的文件。"
    }
    Html {
        "This is a web page, not the download",
        "Most likely an error or sign-in page was saved in place of the file.",
        "Sign in at the CA or console again, download once more, and check that the file does not begin with “<html”.";
        "这是网页，不是要下载的文件",
        "很可能把错误页面或登录页面保存成了文件。",
        "重新登录 CA 或控制台再下载一次，并确认文件开头不是“<html”。"
    }
    OldEncryptedKey {
        "This is a private key in an old encrypted form",
        "It is PKCS#8 with a cipher of PBES1 or PKCS#12, which is not opened here yet.",
        "Convert it: openssl pkcs8 -in old.key -out temp.key, then openssl pkcs8 -topk8 -v2 aes256 -in temp.key -out new.key, and delete temp.key.";
        "这是旧式加密的私钥",
        "它是使用 PBES1 或 PKCS#12 算法的 PKCS#8，这里还不能打开。",
        "转换它：openssl pkcs8 -in old.key -out temp.key，再执行 openssl pkcs8 -topk8 -v2 aes256 -in temp.key -out new.key，然后删除 temp.key。"
    }
    OpenSshKey {
        "This is an OpenSSH key",
        "SSH keys are for signing in to servers; TLS servers take PEM keys.",
        "If it really is the key of the certificate, convert a copy: ssh-keygen -p -m PEM -f copy-of-key";
        "这是 OpenSSH 密钥",
        "SSH 密钥用于登录服务器；TLS 服务器使用 PEM 私钥。",
        "如果它确实是证书的私钥，转换一份副本：ssh-keygen -p -m PEM -f copy-of-key"
    }
    OtherArchive {
        "This is an archive that is not opened here",
        "It is a 7z, rar, xz, bzip2 or cab file. Zip files and folders are opened.",
        "Unpack it with 7-Zip or the program that made it, and open the folder.";
        "这种压缩包在这里打不开",
        "它是 7z、rar、xz、bzip2 或 cab 文件。这里能打开 zip 和文件夹。",
        "用 7-Zip 或制作它的程序解压，然后打开文件夹。"
    }
    OtherDer {
        "This is binary data of another kind",
        "It is well-formed DER, but no certificate, key, request or keystore: perhaps a timestamp or an OCSP answer.",
        "Look inside with openssl asn1parse -inform DER -in FILE, and open the certificate itself.";
        "这是另一种二进制数据",
        "它是结构完整的 DER，但不是证书、私钥、CSR 或密钥库：可能是时间戳或 OCSP 应答。",
        "用 openssl asn1parse -inform DER -in FILE 查看内容，然后打开证书本身。"
    }
    OtherPkcs7 {
        "This PKCS#7 file holds no certificate list",
        "It is an encrypted or signed message, such as a signed mail.",
        "Ask the CA for the certificate as .crt, .pem or .p7b.";
        "这个 PKCS#7 文件里没有证书列表",
        "它是加密或签名的消息，例如签名邮件。",
        "向 CA 索取 .crt、.pem 或 .p7b 格式的证书。"
    }
    Parameters {
        "This block holds only parameters",
        "DH, DSA or curve parameters are no key. OpenSSL writes them before an EC key.",
        "Nothing to do if the key follows in the same file; otherwise add the key file.";
        "这个块只有参数",
        "DH、DSA 或曲线参数不是密钥。OpenSSL 会把它写在 EC 私钥之前。",
        "如果同一文件里后面有私钥，不必处理；否则添加私钥文件。"
    }
    Pgp {
        "This is an OpenPGP block",
        "PGP keys and messages are for mail and files and have nothing to do with TLS certificates.",
        "If the certificate was sent encrypted, decrypt it with gpg --decrypt and open the result.";
        "这是 OpenPGP 数据块",
        "PGP 密钥和消息用于邮件和文件，与 TLS 证书无关。",
        "如果证书是加密发送的，用 gpg --decrypt 解密后再打开。"
    }
    Picture {
        "This is a picture",
        "Certificates are not read out of pictures.",
        "Export the certificate as a file instead of taking a screenshot of it.";
        "这是图片",
        "Certwright 不从图片里读取证书。",
        "把证书导出为文件，而不是截图。"
    }
    ProcTypeKey {
        "This is a private key in OpenSSL’s old encrypted form",
        "The lines Proc-Type and DEK-Info mark it. It is not opened here yet.",
        "Convert it: openssl pkcs8 -topk8 -v2 aes256 -in old.key -out new.key";
        "这是 OpenSSL 旧式加密的私钥",
        "Proc-Type 和 DEK-Info 两行表明了这一点。这里还不能打开。",
        "转换它：openssl pkcs8 -topk8 -v2 aes256 -in old.key -out new.key"
    }
    Program {
        "This is a program",
        "Nothing of an order should be a program. It was not started.",
        "If it came with the certificate, ask the sender before anybody runs it.";
        "这是一个程序",
        "订单里不应该有程序。它没有被运行。",
        "如果它是随证书发来的，运行之前先询问发送者。"
    }
    PublicKeyPfx {
        "This PFX file is encrypted for a certificate, not with a password",
        "Its content opens only with the private key of the recipient. No password helps.",
        "Have it opened where the recipient’s key lies and exported again with a password.";
        "这个 PFX 文件为某个证书加密，没有使用密码",
        "内容只有用收件人的私钥才能打开，任何密码都无效。",
        "在保存收件人私钥的地方打开，再带密码导出。"
    }
    SignedPfx {
        "This PFX file is sealed with a signature, not with a password",
        "Its integrity rests on the signer’s certificate (public-key integrity mode). Hardly any program reads such files.",
        "Have it exported again with a password, which every program reads.";
        "这个 PFX 文件用签名封装，没有使用密码",
        "它的完整性由签名者的证书保证（公钥完整性模式），几乎没有程序能读取。",
        "重新导出，并改用密码保护，这样所有程序都能读取。"
    }
    PuttyKey {
        "This is a PuTTY private key",
        "PuTTY’s .ppk is its own format for SSH keys.",
        "Open it in PuTTYgen, choose Conversions → Export OpenSSH key, then convert the copy with ssh-keygen -p -m PEM.";
        "这是 PuTTY 私钥",
        ".ppk 是 PuTTY 自己的 SSH 密钥格式。",
        "用 PuTTYgen 打开，选择 Conversions → Export OpenSSH key，再用 ssh-keygen -p -m PEM 转换副本。"
    }
    Pvk {
        "This is a Microsoft PVK private key",
        "Old signing tools of Windows write it; servers do not read it.",
        "Convert it: openssl rsa -inform PVK -in old.pvk -out new.key";
        "这是 Microsoft PVK 私钥",
        "Windows 的旧签名工具会生成它；服务器不能读取。",
        "转换它：openssl rsa -inform PVK -in old.pvk -out new.key"
    }
    SerializedStore {
        "This is a Microsoft serialized certificate store (SST)",
        "Windows opens it as a certificate store.",
        "Double-click it on Windows, choose the certificate, and export it as .cer or .p7b.";
        "这是 Microsoft 序列化证书存储（SST）",
        "Windows 会把它当作证书存储打开。",
        "在 Windows 上双击打开，选中证书，导出为 .cer 或 .p7b。"
    }
    Tar {
        "This is a tar archive",
        "Zip files and folders are opened, tar archives not yet.",
        "Unpack it with tar -xf and open the folder.";
        "这是 tar 压缩包",
        "这里能打开 zip 和文件夹，还不能打开 tar。",
        "用 tar -xf 解压，然后打开文件夹。"
    }
}
