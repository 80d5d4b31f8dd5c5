conv 'conv1', channels: 16, kernel: 3
