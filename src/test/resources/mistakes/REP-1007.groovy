Pth images = null
